import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { Op } from './graph';
import type { Network } from './network';
import { nothingToTrain, ownWeights } from './ownWeights';
import { fanIn, randomWeights, type WeightRole } from './randomWeights';

type Layer = tf.layers.Layer;

const kinds: Readonly<Record<string, Op['kind']>> = {
  Conv2D: 'convolution',
  SeparableConv2D: 'convolution',
  Conv2DTranspose: 'convolution',
  DepthwiseConv2D: 'depthwise',
  Dense: 'dense',
};

interface Step {
  readonly op: Op;
  readonly layer: Layer;
}

/**
 * A Keras layers model. Models within models (Teachable Machine's, for one) are opened up to their single layers.
 *
 * @param model owned by the network from here on.
 * @throws Error with a sentence, where a model takes or gives more than one thing at a time.
 */
export function layersNetwork(model: tf.LayersModel): Network {
  const [firstInput, ...others] = model.inputs;
  if (!firstInput || others.length > 0)
    throw new Error(t`The model takes several inputs at once; a classifier takes one picture.`);
  const input = firstInput.name;
  const steps: Step[] = [];
  const names = new Set([input]);
  const outputs = [...traced(model, [input], steps, names)];
  const size = firstInput.shape[1] ?? null;
  const ops: readonly Op[] = [
    { name: input, kind: 'input', inputs: [], weights: [], kernels: [] },
    ...steps.map(({ op }) => op),
  ];
  const stored = new Map(
    steps.flatMap(({ layer }) => layer.weights.map((weight) => [weightName(layer, weight), weight] as const)),
  );
  const learned = new Set(
    steps.flatMap(({ layer }) => layer.trainableWeights.map((weight) => weightName(layer, weight))),
  );
  const learnedBetween: Network['learnedBetween'] = (from, to) =>
    ownWeights(ops, from, to).filter((name) => learned.has(name));
  const run: Network['run'] = (from, x, to) =>
    tf.tidy(() => {
      const values = new Map<string, tf.Tensor>([[from, x]]);
      const wanted = needed(steps, from, to);
      for (const { op, layer } of steps) {
        if (!wanted.has(op.name)) continue;
        const inputs = op.inputs.flatMap((name) => values.get(name) ?? []);
        // Inference: batch normalisation uses its stored statistics, dropout does nothing.
        const y = layer.apply(inputs.length === 1 && inputs[0] ? inputs[0] : inputs, { training: false });
        if (!(y instanceof tf.Tensor)) throw new Error(t`The layer ${op.name} gives several outputs.`);
        values.set(op.name, y);
      }
      return to.map((name) => {
        const y = values.get(name);
        if (!y) throw new Error(t`${name} does not follow from ${from}.`);
        return name === from ? y.clone() : y;
      });
    });
  return {
    ops,
    input,
    inputSize: size,
    outputs,
    run,
    randomise(seed) {
      const variables = new Map<string, Layer['weights'][number]>(
        steps.flatMap(({ op, layer }) =>
          layer.weights.map((weight) => [`${op.name}/${weight.originalName}/${weight.id}`, weight] as const),
        ),
      );
      const wanted = [...variables].map(([name, { originalName, shape }]) => {
        const sizes = shape.map((extent) => extent ?? 1);
        return {
          name,
          size: sizes.reduce((product, extent) => product * extent, 1),
          role: roleOf(originalName, sizes),
        };
      });
      tf.tidy(() => {
        for (const [name, values] of randomWeights(wanted, seed)) {
          const variable = variables.get(name);
          variable?.write(tf.tensor(values, variable.read().shape));
        }
      });
    },
    weights: () => new Map([...stored].map(([name, weight]) => [name, weight.read()])),
    learnedBetween,
    trainable(from, to) {
      const names = learnedBetween(from, to);
      if (names.length === 0) throw nothingToTrain();
      const variables = names.flatMap((name) => {
        const variable = stored.get(name)?.read();
        return variable instanceof tf.Variable ? [variable] : [];
      });
      // The layers compute with their own variables; what these were is kept, and shared until they are assigned to.
      const before = variables.map((variable) => tf.keep(variable.clone()));
      return {
        variables,
        run: (x) => run(from, x, [to])[0] as tf.Tensor4D,
        dispose() {
          for (const [i, variable] of variables.entries()) {
            const own = before[i];
            if (own) variable.assign(own);
          }
          tf.dispose(before);
        },
      };
    },
    dispose() {
      const weights = steps.flatMap(({ layer }) => layer.weights.map((weight) => weight.read()));
      model.dispose();
      // TensorFlow.js 4.22 takes a model inside a Sequential for used once too often, and leaves its weights.
      for (const weight of weights) if (!weight.isDisposed) weight.dispose();
    },
  };
}

/** As in the operations: the layer's own name, which it keeps where it is used twice. */
const weightName = (layer: Layer, { originalName, id }: Layer['weights'][number]) =>
  `${layer.name}/${originalName}/${id}`;

/** By the names that Keras gives weights. */
function roleOf(scoped: string, shape: readonly number[]): WeightRole {
  // "block_1_depthwise/depthwise_kernel"
  const name = scoped.slice(scoped.lastIndexOf('/') + 1);
  if (name.endsWith('kernel')) return { kind: 'kernel', fanIn: fanIn(shape, name.startsWith('depthwise')) };
  return { kind: name.endsWith('gamma') || name.endsWith('variance') ? 'scale' : 'offset' };
}

/** The steps that lie between `from` and `to`. */
function needed(steps: readonly Step[], from: string, to: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(to);
  for (const { op } of steps.toReversed()) {
    if (op.name !== from && wanted.has(op.name)) for (const name of op.inputs) wanted.add(name);
  }
  wanted.delete(from);
  return wanted;
}

/** Follows a model's symbolic tensors back from its outputs, and appends its layers in the order they are computed. */
function traced(model: tf.LayersModel, feeds: readonly string[], steps: Step[], names: Set<string>): readonly string[] {
  const known = new Map<tf.SymbolicTensor, string>(
    model.inputs.flatMap((tensor, i) => (feeds[i] === undefined ? [] : [[tensor, feeds[i]] as const])),
  );
  const visit = (tensor: tf.SymbolicTensor): string => {
    const before = known.get(tensor);
    if (before !== undefined) return before;
    const layer: Layer = tensor.sourceLayer;
    const node = layer.inboundNodes[tensor.nodeIndex];
    if (!node) throw new Error(t`The layer ${layer.name} is not connected.`);
    const inputs = node.inputTensors.map(visit);
    const inner = layer instanceof tf.LayersModel ? layer : null;
    const [name] = inner ? traced(inner, inputs, steps, names) : [appended(layer, inputs, steps, names)];
    if (name === undefined) throw new Error(t`The model ${layer.name} inside the model gives nothing.`);
    known.set(tensor, name);
    return name;
  };
  return model.outputs.map(visit);
}

function appended(layer: Layer, inputs: readonly string[], steps: Step[], names: Set<string>): string {
  let name = layer.name;
  for (let n = 2; names.has(name); n++) name = `${layer.name} (${n})`;
  names.add(name);
  const kind = kinds[layer.getClassName()] ?? 'other';
  const kernels = layer.weights
    .filter(({ originalName }) => kind !== 'other' && originalName.endsWith('kernel'))
    .map(({ shape }) => shape.map((extent) => extent ?? 1));
  const op: Op = {
    name,
    kind,
    inputs,
    weights: layer.weights.map((weight) => ({
      name: weightName(layer, weight),
      size: weight.shape.reduce<number>((product, extent) => product * (extent ?? 1), 1),
    })),
    kernels,
  };
  steps.push({ op, layer });
  return name;
}
