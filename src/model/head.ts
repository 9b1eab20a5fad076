import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { HeadShape } from '../core/headShape';

interface Dense {
  /** [R, inputs, units] */
  readonly kernel: tf.Tensor3D;
  /** [R, 1, units] */
  readonly bias: tf.Tensor3D;
}

/** parameters [R, P] -> the layers' kernels and biases. */
function unpack(shape: HeadShape, parameters: tf.Tensor2D): Dense[] {
  const [runs] = parameters.shape;
  return shape.layers.map(({ inputs, units, kernelAt, biasAt }) => ({
    kernel: parameters.slice([0, kernelAt], [runs, inputs * units]).reshape([runs, inputs, units]),
    bias: parameters.slice([0, biasAt], [runs, units]).reshape([runs, 1, units]),
  }));
}

export interface StepInput {
  /** [R, B, D] standardised features, times the feature mask. */
  readonly x: tf.Tensor3D;
  /** [R, B, H] inverted-dropout multipliers, 0 or 1 / (1 - rate); unused when there is no hidden layer. */
  readonly hiddenMask: tf.Tensor3D | null;
  /** [R, B, C] one-hot. */
  readonly targets: tf.Tensor3D;
  /** [R, B, 1] 1 / (pictures in the batch); 0 for padding rows. */
  readonly weights: tf.Tensor3D;
}

/**
 * Gradient of the loss summed over the runs: weighted cross-entropy + l2 * (sum of squared kernel entries).
 * Written out (backpropagation, e.g. Goodfellow et al. 2016, algorithm 6.4) because autodiff's extra kernels cost more
 * than the arithmetic at this size. Because the loss is a sum over R, no run's gradient depends on another run.
 *
 * @param l2 [1, P] 2 * l2 where the penalty acts, else 0.
 * @returns gradient [R, P] and the logits [R, B, C] of the forward pass, dropout on.
 */
export function lossGradient(
  shape: HeadShape,
  parameters: tf.Tensor2D,
  { x, hiddenMask, targets, weights }: StepInput,
  l2: tf.Tensor2D | null,
): { readonly gradient: tf.Tensor2D; readonly logits: tf.Tensor3D } {
  const runs = parameters.shape[0];
  const [first, second] = unpack(shape, parameters);
  if (!first) throw new RangeError(t`A head needs at least one layer.`);
  const parts: tf.Tensor2D[] = [];
  const collect = (input: tf.Tensor3D, delta: tf.Tensor3D) => {
    parts.push(tf.matMul(input, delta, true, false).reshape([runs, -1]), delta.sum(1));
  };
  const outputDelta = (logits: tf.Tensor3D): tf.Tensor3D => tf.softmax(logits).sub(targets).mul(weights);

  const z = tf.matMul(x, first.kernel).add<tf.Tensor3D>(first.bias);
  let logits = z;
  if (second) {
    const active = tf.relu(z);
    const hidden = hiddenMask ? active.mul<tf.Tensor3D>(hiddenMask) : active;
    logits = tf.matMul(hidden, second.kernel).add(second.bias);
    const delta = outputDelta(logits);
    const open = tf.step(z).mul<tf.Tensor3D>(hiddenMask ?? 1);
    collect(x, tf.matMul(delta, second.kernel, false, true).mul(open));
    collect(hidden, delta);
  } else {
    collect(x, outputDelta(logits));
  }
  const gradient = tf.concat(parts, 1);
  return { gradient: l2 ? gradient.add(parameters.mul(l2)) : gradient, logits };
}

/**
 * Logits of all pictures for all runs, dropout off.
 *
 * @param x [1, N, D] conditioned features, shared by all runs.
 * @param shift [R, 1, D] and scale [R, 1, D]: a run standardises as (x - shift) * scale. Folded into the first layer,
 *   so that the features are never copied per run.
 * @returns [R, N, C]
 */
export function evaluate(
  shape: HeadShape,
  parameters: tf.Tensor2D,
  x: tf.Tensor3D,
  shift: tf.Tensor3D,
  scale: tf.Tensor3D,
): tf.Tensor3D {
  const [first, second] = unpack(shape, parameters);
  if (!first) throw new RangeError(t`A head needs at least one layer.`);
  const kernel = first.kernel.mul<tf.Tensor3D>(scale.reshape([scale.shape[0], scale.shape[2], 1]));
  const bias = first.bias.sub<tf.Tensor3D>(tf.matMul(shift, kernel));
  const z = tf.matMul(x, kernel).add<tf.Tensor3D>(bias);
  return second ? tf.matMul(tf.relu(z), second.kernel).add(second.bias) : z;
}
