import * as tf from '@tensorflow/tfjs';
import { stream } from '../core/rng';
import { scratchFeatures, type ScratchLayer, type ScratchShape } from '../core/why/scratchShape';

const layersOf = ({ convolutions, dense }: ScratchShape): readonly ScratchLayer[] => [...convolutions, dense];

/**
 * [P] initial parameters of a seed: He normal before ReLU (He et al. 2015), Glorot uniform for the softmax layer (Glorot
 * and Bengio 2010), biases 0. Every arm of the seed starts from these very numbers.
 */
export function initialScratch(shape: ScratchShape, seed: number): Float32Array {
  const rng = stream(seed, 'init');
  const parameters = new Float32Array(shape.size);
  for (const { kernel, kernelAt, biasAt, units } of layersOf(shape)) {
    const inputs = kernel.slice(0, -1).reduce((a, b) => a * b, 1);
    const limit = Math.sqrt(6 / (inputs + units));
    const deviation = Math.sqrt(2 / inputs);
    for (let at = kernelAt; at < biasAt; at++)
      parameters[at] = kernelAt === shape.dense.kernelAt ? (2 * rng.uniform() - 1) * limit : rng.normal() * deviation;
  }
  return parameters;
}

/** [P] 1 where L2 acts (kernels), 0 elsewhere (biases). */
export function scratchKernels(shape: ScratchShape): Float32Array {
  const mask = new Float32Array(shape.size);
  for (const { kernelAt, biasAt } of layersOf(shape)) mask.fill(1, kernelAt, biasAt);
  return mask;
}

/** parameters [1, P] -> a layer's kernel. */
const kernelOf = <R extends tf.Rank>(
  { kernel, kernelAt, biasAt }: ScratchLayer,
  parameters: tf.Tensor2D,
): tf.Tensor<R> =>
  parameters
    .flatten()
    .slice(kernelAt, biasAt - kernelAt)
    .reshape([...kernel]);

/** [units]; flattened before it is cut out, because WASM's fused convolution looks at the shape that it was cut with. */
const biasOf = ({ biasAt, units }: ScratchLayer, parameters: tf.Tensor2D): tf.Tensor1D =>
  parameters.flatten().slice(biasAt, units);

/** What a convolution made of its input. */
interface Convolved {
  readonly input: tf.Tensor4D;
  readonly kernel: tf.Tensor4D;
  /** Before pooling and ReLU. */
  readonly z: tf.Tensor4D;
  /** After pooling (the last convolution: none), before ReLU. */
  readonly pooled: tf.Tensor4D;
}

interface Passed {
  readonly layers: readonly Convolved[];
  /** [B, F] */
  readonly features: tf.Tensor2D;
}

/**
 * Pictures [B, S, S, 3] -> features [B, F]. Pooling goes before ReLU: the largest of four stays the same, and ReLU has a
 * quarter of the work.
 */
function pass(shape: ScratchShape, parameters: tf.Tensor2D, x: tf.Tensor4D): Passed {
  const layers: Convolved[] = [];
  let input = x;
  for (const layer of shape.convolutions) {
    const kernel = kernelOf<tf.Rank.R4>(layer, parameters);
    const z = tf.fused.conv2d({ x: input, filter: kernel, strides: 1, pad: 'same', bias: biasOf(layer, parameters) });
    const pooled = layer === shape.convolutions[2] ? z : tf.maxPool(z, 2, 2, 'valid');
    layers.push({ input, kernel, z, pooled });
    input = tf.relu(pooled);
  }
  const [B, height, width] = input.shape;
  // Not `mean`: WASM would turn the tensor round before.
  const features = tf.avgPool(input, [height, width], 1, 'valid').reshape<tf.Tensor2D>([B, scratchFeatures]);
  return { layers, features };
}

/** Logits [B, C] of pictures [B, S, S, 3], dropout off. @param parameters [1, P] */
export function scratchLogits(shape: ScratchShape, parameters: tf.Tensor2D, x: tf.Tensor4D): tf.Tensor2D {
  const { features } = pass(shape, parameters, x);
  return tf.matMul(features, kernelOf<tf.Rank.R2>(shape.dense, parameters)).add(biasOf(shape.dense, parameters));
}

export interface ScratchInput {
  /** [B, S, S, 3] */
  readonly x: tf.Tensor4D;
  /** [B, F] inverted-dropout multipliers, 0 or 1 / (1 - rate). */
  readonly mask: tf.Tensor2D;
  /** [B, C] one-hot. */
  readonly targets: tf.Tensor2D;
}

/**
 * Gradient of the mean cross-entropy over the batch + l2 * (sum of squared kernel entries). Written out (backpropagation,
 * e.g. Goodfellow et al. 2016, algorithm 6.4), because autodiff keeps more and asks for more kernels.
 *
 * @param parameters [1, P]. @param l2 [1, P] 2 * l2 where the penalty acts, else 0.
 * @returns gradient [1, P] and the logits [B, C] of the forward pass, dropout on.
 */
export function scratchGradient(
  shape: ScratchShape,
  parameters: tf.Tensor2D,
  { x, mask, targets }: ScratchInput,
  l2: tf.Tensor2D | null,
): { readonly gradient: tf.Tensor2D; readonly logits: tf.Tensor2D } {
  const { layers, features } = pass(shape, parameters, x);
  const B = x.shape[0];
  const kernel = kernelOf<tf.Rank.R2>(shape.dense, parameters);
  const dropped = features.mul<tf.Tensor2D>(mask);
  const logits = tf.matMul(dropped, kernel).add<tf.Tensor2D>(biasOf(shape.dense, parameters));
  const outer = tf.softmax(logits).sub(targets).div<tf.Tensor2D>(B);
  // From the last parameter to the first.
  const parts: tf.Tensor[] = [columnSums(outer), tf.matMul(dropped.transpose(), outer)];
  const [, height = 1, width = 1] = layers.at(-1)?.pooled.shape ?? [];
  let delta = tf
    .matMul(outer, kernel.transpose())
    .mul(mask)
    .div(height * width)
    .reshape<tf.Tensor4D>([B, 1, 1, scratchFeatures]);
  for (const { input, kernel, z, pooled } of layers.toReversed()) {
    const open = tf.step(pooled).mul<tf.Tensor4D>(delta);
    const atZ = pooled === z ? open : unpooled(open, z, pooled);
    parts.push(columnSums(atZ.reshape([-1, kernel.shape[3]])), filterGradient(input, atZ, kernel.shape));
    if (input !== x) delta = tf.conv2dTranspose(atZ, kernel, input.shape, 1, 'same');
  }
  const gradient = tf.concat(
    parts.toReversed().map((part) => part.reshape<tf.Tensor2D>([1, -1])),
    1,
  );
  return { gradient: l2 ? gradient.add(parameters.mul(l2)) : gradient, logits };
}

/** [n, units] -> [1, units]; as a product, for which WASM need not turn the tensor round. */
const columnSums = (values: tf.Tensor2D): tf.Tensor2D => tf.matMul(tf.ones([1, values.shape[0]]), values);

// tfjs keeps these two to its own gradients.
const unpooled = (dy: tf.Tensor4D, input: tf.Tensor4D, output: tf.Tensor4D): tf.Tensor4D =>
  tf.engine().runKernel(tf.MaxPoolGrad, { dy, input, output }, { filterSize: [2, 2], strides: [2, 2], pad: 'valid' });
const filterGradient = (x: tf.Tensor4D, dy: tf.Tensor4D, filterShape: tf.Tensor4D['shape']): tf.Tensor4D =>
  tf
    .engine()
    .runKernel(tf.Conv2DBackpropFilter, { x, dy }, { filterShape, strides: [1, 1], pad: 'same', dataFormat: 'NHWC' });
