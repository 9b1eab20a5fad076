import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { Op } from './graph';
import type { Network } from './network';
import { fanIn, randomWeights, type DrawnWeight, type WeightRole } from './randomWeights';
import { nothingToTrain, ownWeights } from './ownWeights';
import type { GraphNode, GraphTopology } from './topology';

const kinds: Readonly<Record<string, Op['kind']>> = {
  Placeholder: 'input',
  Conv2D: 'convolution',
  _FusedConv2D: 'convolution',
  Conv2DBackpropInput: 'convolution',
  DepthwiseConv2dNative: 'depthwise',
  FusedDepthwiseConv2dNative: 'depthwise',
  MatMul: 'dense',
  _FusedMatMul: 'dense',
};

/** Operations whose weights are numbers that were learned, not sizes or axes. */
const learned = new Set(['float32', 'float16']);

/**
 * A TensorFlow.js graph model.
 *
 * @param model owned by the network from here on.
 * @param outputs the model's own where left out.
 * @param constants replace constants of the graph at every run, by node name (sizes that the file fixes for another
 *   input size). Owned by the network from here on.
 */
export function graphNetwork(
  model: tf.GraphModel,
  topology: GraphTopology,
  outputs: readonly string[] = model.outputNodes,
  constants: Readonly<Record<string, tf.Tensor>> = {},
): Network {
  const ops = opsOf(topology);
  const input = ops.find(({ kind }) => kind === 'input')?.name ?? '';
  const fixed = fixedWeights(topology, ops);
  const weight = (name: string) => {
    const [tensor] = model.weights[name] ?? [];
    if (!tensor) throw new Error(t`The model has no weight ${name}.`);
    return tensor;
  };
  const learnedBetween: Network['learnedBetween'] = (from, to) =>
    ownWeights(ops, from, to).filter((name) => !fixed.has(name));
  return {
    ops,
    input,
    inputSize: inputSizeOf(topology, input),
    outputs,
    run(from, x, to) {
      const result = model.execute({ [from]: x, ...constants }, [...to]);
      return Array.isArray(result) ? result : [result];
    },
    randomise(seed) {
      const single = singleNumbers(ops);
      const drawn = learnedWeights(topology).filter(({ name }) => !single.has(name));
      for (const [name, values] of randomWeights(drawn, seed)) {
        const held = model.weights[name];
        const old = held?.[0];
        if (!held || !old) continue;
        held[0] = tf.tensor(values, old.shape);
        old.dispose();
      }
    },
    weights: () => new Map(Object.keys(model.weights).map((name) => [name, weight(name)])),
    learnedBetween,
    trainable(from, to) {
      const names = learnedBetween(from, to);
      if (names.length === 0) throw nothingToTrain();
      const free = names.map((name) => [name, tf.variable(weight(name))] as const);
      const variables = free.map(([, variable]) => variable);
      // They take the constants' place for the run alone: what the model holds is never written to. While gradients are
      // taken, fused operations fall back to ones that have them.
      const instead = { ...constants, ...Object.fromEntries(free) };
      return {
        variables,
        run: (x) => model.execute({ ...instead, [from]: x }, to) as tf.Tensor4D,
        dispose: () => tf.dispose(variables),
      };
    },
    dispose() {
      model.dispose();
      for (const constant of Object.values(constants)) constant.dispose();
    },
  };
}

/** Data flow only: control edges and constants are left out, weights stand with the operation that takes them. */
function opsOf({ modelTopology, weightsManifest }: GraphTopology): readonly Op[] {
  const nodes = new Map(modelTopology.node.map((node) => [node.name, node]));
  const specs = new Map(weightsManifest.flatMap(({ weights }) => weights.map((spec) => [spec.name, spec] as const)));
  const ordered = inOrder(modelTopology.node, nodes);
  const constant = new Set<string>();
  const ops: Op[] = [];
  for (const node of ordered) {
    const inputs = inputsOf(node);
    const isConstant = node.op === 'Const' || (node.op !== 'Placeholder' && inputs.every((name) => constant.has(name)));
    if (isConstant) constant.add(node.name);
    if (node.op === 'Const') continue;
    const own = inputs.flatMap((name) => specs.get(name) ?? []);
    const kind = kinds[node.op] ?? 'other';
    // Elsewhere, as in padding, such a shape is no kernel's.
    const kernel = kind === 'other' ? null : own.find(({ shape }) => shape.length === 4 || shape.length === 2);
    ops.push({
      name: node.name,
      kind,
      inputs: inputs.filter((name) => nodes.get(name)?.op !== 'Const'),
      weights: own
        .filter(({ dtype, shape }) => learned.has(dtype) && shape.length > 0)
        .map(({ name, shape }) => ({ name, size: shape.reduce((product, size) => product * size, 1) })),
      kernels: kernel ? [kernel.shape] : [],
    });
  }
  return ops;
}

/** Everything that was learned, with what it is there for, in the order of the operations. */
function learnedWeights({ modelTopology, weightsManifest }: GraphTopology): readonly DrawnWeight[] {
  const specs = new Map(weightsManifest.flatMap(({ weights }) => weights.map((spec) => [spec.name, spec] as const)));
  const found = new Map<string, DrawnWeight>();
  for (const node of modelTopology.node) {
    inputsOf(node).forEach((name, place) => {
      const spec = specs.get(name);
      if (!spec || found.has(name) || !learned.has(spec.dtype) || spec.shape.length === 0) return;
      const role = roleOf(node.op, place, spec.shape);
      const size = spec.shape.reduce((product, extent) => product * extent, 1);
      if (role) found.set(name, { name, size, role });
    });
  }
  return [...found.values()];
}

/** @param place of the weight among the operation's inputs. */
function roleOf(op: string, place: number, shape: readonly number[]): WeightRole | null {
  if (kinds[op] && shape.length > 1) return { kind: 'kernel', fanIn: fanIn(shape, kinds[op] === 'depthwise') };
  // Scale, offset, mean, variance.
  if (op.startsWith('FusedBatchNorm')) return { kind: place === 1 || place === 4 ? 'scale' : 'offset' };
  if (op === 'Mul') return { kind: 'scale' };
  return kinds[op] || op === 'BiasAdd' || op.startsWith('Add') ? { kind: 'offset' } : null;
}

/** Weights that a training must leave alone: single numbers of an activation, and what batch normalisation counted. */
function fixedWeights({ modelTopology }: GraphTopology, ops: readonly Op[]): ReadonlySet<string> {
  const counted = modelTopology.node
    .filter(({ op }) => op.startsWith('FusedBatchNorm'))
    // x, scale, offset, mean, variance
    .flatMap((node) => inputsOf(node).slice(3));
  return new Set([...singleNumbers(ops), ...counted]);
}

/** Numbers of an activation, such as the 1/6 of a hard swish: no training made them. */
const singleNumbers = (ops: readonly Op[]): ReadonlySet<string> =>
  new Set(
    ops
      .filter(({ kind }) => kind === 'other')
      .flatMap(({ weights }) => weights.flatMap(({ name, size }) => (size === 1 ? [name] : []))),
  );

/** Node names without output numbers ("split:1") and control edges ("^init"). */
const inputsOf = ({ input = [] }: GraphNode) =>
  input.filter((name) => !name.startsWith('^')).map((name) => name.replace(/:\d+$/, ''));

/** Files list nodes in any order. */
function inOrder(all: readonly GraphNode[], nodes: ReadonlyMap<string, GraphNode>): readonly GraphNode[] {
  const done = new Set<string>();
  const ordered: GraphNode[] = [];
  // A stack of its own: a deep network would overflow the call stack.
  const stack = all.toReversed();
  for (let node = stack.at(-1); node; node = stack.at(-1)) {
    const missing = done.has(node.name)
      ? []
      : inputsOf(node).flatMap((name) => {
          const input = nodes.get(name);
          return input && !done.has(name) ? [input] : [];
        });
    if (missing.length > 0 && stack.length <= all.length * 3) {
      stack.push(...missing);
      continue;
    }
    void stack.pop();
    if (!done.has(node.name)) ordered.push(node);
    done.add(node.name);
  }
  return ordered;
}

function inputSizeOf({ modelTopology }: GraphTopology, input: string): number | null {
  const node = modelTopology.node.find(({ name }) => name === input);
  const shape = node?.attr?.['shape'] as { shape?: { dim?: readonly { size?: string | number }[] } } | undefined;
  const size = Number(shape?.shape?.dim?.[1]?.size ?? -1);
  return size > 0 ? size : null;
}
