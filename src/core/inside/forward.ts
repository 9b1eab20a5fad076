import { t } from '@lingui/core/macro';
import type { HeadShape } from '../headShape';

/** The parameters of one run. */
export interface Head {
  readonly shape: HeadShape;
  /** [P] */
  readonly parameters: Float32Array;
}

/** Width of what the output layer sees: H, or without a hidden layer D. */
export const hiddenWidth = ({ layers }: HeadShape): number => layers.at(-1)?.inputs ?? 0;

/** C */
export const classCount = ({ layers }: HeadShape): number => layers.at(-1)?.units ?? 0;

/**
 * Activations of the hidden units, before any mask: relu(x W1 + b1). A head without a hidden layer hands on its features.
 *
 * @param x [N, D] standardised, times the feature mask where there is one.
 * @returns [N, H], or `x` itself.
 */
export function hiddenActivations({ shape, parameters }: Head, x: Float32Array): Float32Array {
  const [first] = shape.layers;
  if (!first || shape.layers.length < 2) return x;
  const active = dense(parameters, first, x);
  for (let i = 0; i < active.length; i++) if ((active[i] ?? 0) < 0) active[i] = 0;
  return active;
}

/** @param hidden [N, H] after the mask. @returns logits [N, C] */
export function outputLogits({ shape, parameters }: Head, hidden: Float32Array): Float32Array {
  const last = shape.layers.at(-1);
  if (!last) throw new RangeError(t`A head needs at least one layer.`);
  return dense(parameters, last, hidden);
}

/** Both layers, dropout off. @param x [N, D] @returns logits [N, C] */
export const logitsOf = (head: Head, x: Float32Array): Float32Array => outputLogits(head, hiddenActivations(head, x));

/** Softmax over rows of C. @param logits [N, C] @returns [N, C], each row adding up to 1 */
export function softmax(logits: Float32Array, classes: number): Float32Array {
  const out = new Float32Array(logits.length);
  for (let from = 0; from < logits.length; from += classes) {
    const row = logits.subarray(from, from + classes);
    const highest = Math.max(...row);
    let sum = 0;
    for (const z of row) sum += Math.exp(z - highest);
    row.forEach((z, c) => {
      out[from + c] = Math.exp(z - highest) / sum;
    });
  }
  return out;
}

/** The class of the highest logit in each row of C, the first of equals. @returns [N] */
export function predictedClasses(logits: Float32Array, classes: number): Int32Array {
  const out = new Int32Array(logits.length / classes);
  for (let row = 0; row < out.length; row++) {
    let best = 0;
    for (let c = 1; c < classes; c++)
      if ((logits[row * classes + c] ?? 0) > (logits[row * classes + best] ?? 0)) best = c;
    out[row] = best;
  }
  return out;
}

/** Share of rows whose predicted class is the label. @param labels [N] */
export function accuracyOf(logits: Float32Array, classes: number, labels: ArrayLike<number>): number {
  const predicted = predictedClasses(logits, classes);
  let right = 0;
  for (let row = 0; row < predicted.length; row++) if (predicted[row] === labels[row]) right++;
  return right / predicted.length;
}

/** x [N, inputs] times a kernel [inputs, units] plus a bias. */
function dense(parameters: Float32Array, layer: HeadShape['layers'][number], x: Float32Array): Float32Array {
  const { inputs, units, kernelAt, biasAt } = layer;
  const rows = x.length / inputs;
  const out = new Float32Array(rows * units);
  for (let row = 0; row < rows; row++) {
    const to = out.subarray(row * units, (row + 1) * units);
    to.set(parameters.subarray(biasAt, biasAt + units));
    for (let i = 0; i < inputs; i++) {
      const value = x[row * inputs + i] ?? 0;
      if (value === 0) continue;
      const at = kernelAt + i * units;
      for (let u = 0; u < units; u++) to[u] = (to[u] ?? 0) + value * (parameters[at + u] ?? 0);
    }
  }
  return out;
}
