import { dropsFeatures, dropsHidden, type DropoutAt } from '../settings';
import type { Rng } from '../rng';
import { classCount, hiddenActivations, hiddenWidth, outputLogits, softmax, type Head } from './forward';

/** [width] inverted-dropout multipliers: 0 with probability `rate`, else 1 / (1 - rate). */
function drawMask(width: number, rate: number, rng: Rng): Float32Array {
  const mask = new Float32Array(width);
  const kept = 1 / (1 - rate);
  for (let i = 0; i < width; i++) mask[i] = rng.uniform() < rate ? 0 : kept;
  return mask;
}

/** [N, width] times a mask of one row each [N, width], or of one row for all [width]. */
export const masked = (values: Float32Array, mask: Float32Array): Float32Array =>
  values.map((value, at) => value * (mask[at % mask.length] ?? 1));

/**
 * Monte-Carlo dropout (Gal and Ghahramani 2016): answers of one trained head to one picture with masks as in training,
 * one after the other.
 *
 * @param x [D] one picture. @param rate of the masks, in [0, 0.9]
 * @returns probabilities [passes, C]
 */
export function maskedAnswers(
  head: Head,
  x: Float32Array,
  { rate, at, passes }: { readonly rate: number; readonly at: DropoutAt; readonly passes: number },
  rng: Rng,
): Float32Array {
  const classes = classCount(head.shape);
  const hasHidden = head.shape.layers.length > 1;
  const out = new Float32Array(passes * classes);
  for (let pass = 0; pass < passes; pass++) {
    const input = dropsFeatures(at) ? masked(x, drawMask(x.length, rate, rng)) : x;
    const active = hiddenActivations(head, input);
    const mask = dropsHidden(at) && hasHidden ? drawMask(hiddenWidth(head.shape), rate, rng) : null;
    out.set(softmax(outputLogits(head, mask ? masked(active, mask) : active), classes), pass * classes);
  }
  return out;
}
