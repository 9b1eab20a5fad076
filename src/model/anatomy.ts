import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { Anatomy, Block } from '../core/base';
import { ancestors, blockEnds, bottlenecks, type Op, type Shapes } from './graph';
import type { Network } from './network';

/** More blocks than this do not fit a strip that people can read; what is left out lies evenly between the others. */
const mostBlocks = 24;

/**
 * Takes a network apart into blocks, by running one blank picture through it.
 *
 * @param ends where the blocks are looked for, if not on the way to the network's outputs.
 * @throws Error with a sentence, where it has no convolutional blocks or does not run.
 */
export function anatomyOf(
  network: Network,
  inputSize: number,
  inputRange: readonly [number, number],
  ends: readonly string[] = network.outputs,
): Anatomy {
  const { ops } = network;
  const shapes = shapesOf(network, inputSize, ends);
  const all = blockEnds(ops, ends, shapes);
  const [first, ...rest] = thinned(all).map((name) => blockOf(network, name, shapes));
  if (!first) {
    throw new Error(
      t`No convolutional blocks were found in this model, so there is nothing in it that sees pictures. It has to be a convolutional image classifier, such as a MobileNet.`,
    );
  }
  return {
    inputSize,
    inputRange,
    blocks: [first, ...rest],
    parameters: parametersOf(ops),
    multiplyAdds: multiplyAddsOf(ops, shapes),
  };
}

/** Shapes of every convolution and dense layer, and of every bottleneck. */
function shapesOf(network: Network, size: number, ends: readonly string[]): Shapes {
  const { ops, outputs } = network;
  const names = new Set(bottlenecks(ops, ends).flatMap((at) => ops[at]?.name ?? []));
  const reached = ancestors(ops, [...outputs, ...ends]);
  for (const { name, kernels } of ops) if (kernels.length > 0 && reached.has(name)) names.add(name);
  names.delete(network.input);
  const shapes = new Map<string, readonly number[]>();
  tf.tidy(() => {
    const x = tf.zeros([1, size, size, 3]);
    const wanted = [...names];
    const values = network.run(network.input, x, wanted);
    shapes.set(network.input, x.shape);
    for (const [i, name] of wanted.entries()) shapes.set(name, values[i]?.shape ?? []);
  });
  return shapes;
}

function blockOf({ ops }: Network, node: string, shapes: Shapes): Block {
  const [, , side = 0, channels = 0] = shapes.get(node) ?? [];
  const needed = ancestors(ops, [node]);
  const own = ops.filter(({ name }) => needed.has(name));
  return {
    node,
    name: shortName(node),
    channels,
    side,
    parameters: parametersOf(own),
    multiplyAdds: multiplyAddsOf(own, shapes),
  };
}

/** Shared weights count once. */
function parametersOf(ops: readonly Op[]): number {
  const sizes = new Map(ops.flatMap(({ weights }) => weights.map(({ name, size }) => [name, size] as const)));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** A convolution multiplies its whole kernel at every output position; everything else costs next to nothing. */
function multiplyAddsOf(ops: readonly Op[], shapes: Shapes): number {
  return ops.reduce((sum, { name, kernels }) => {
    const shape = shapes.get(name);
    if (!shape) return sum;
    const positions = shape.length === 4 ? (shape[1] ?? 1) * (shape[2] ?? 1) : 1;
    return sum + positions * kernels.reduce((all, kernel) => all + kernel.reduce((p, extent) => p * extent, 1), 0);
  }, 0);
}

/** What the block is called in the file, without the operation that happens to end it. */
export function shortName(node: string): string {
  const levels = node.split('/');
  const named = levels.findLast((level) => !ending.test(level));
  return named ?? levels.at(-1) ?? node;
}

/** The last two are what TensorFlow's graph optimiser calls additions that it rewrote, in MobileNetV2 for one. */
const ending =
  /^(add|mul|sub|concat\w*|relu6?|swish|hard_?swish|activation|batch_?norm\w*|fusedbatchnorm\w*|project|expand|depthwise|biasadd|max_?pool\w*|avg_?pool\w*|identity|arithmeticoptimizer|addopsrewrite\w*)(_\d+)?$/i;

/** Evenly over depth, the last always among them. */
function thinned(names: readonly string[]): readonly string[] {
  if (names.length <= mostBlocks) return names;
  const step = names.length / mostBlocks;
  return Array.from({ length: mostBlocks }, (_, i) => names[Math.round((i + 1) * step) - 1] ?? '');
}
