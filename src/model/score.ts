import type { Score } from '../core/metrics';

/** Sums over pictures; `score` turns them into means. */
export interface Tally {
  loss: number;
  correct: number;
  count: number;
}

export const emptyTally = (): Tally => ({ loss: 0, correct: 0, count: 0 });

/**
 * Adds one picture. Loss is the cross-entropy in nats, by log-sum-exp so that it neither overflows nor underflows.
 *
 * @param logits array that holds the picture's C logits from `at` on. @param label true or given class index.
 * @returns the class that was answered.
 */
export function tally(into: Tally, logits: Float32Array, at: number, classes: number, label: number): number {
  let most = -Infinity;
  let best = -1;
  for (let c = 0; c < classes; c++) {
    const value = logits[at + c] ?? NaN;
    if (value > most || Number.isNaN(value)) {
      most = value;
      best = c;
    }
  }
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += Math.exp((logits[at + c] ?? NaN) - most);
  into.loss += most + Math.log(sum) - (logits[at + label] ?? NaN);
  into.correct += best === label ? 1 : 0;
  into.count++;
  return best;
}

/** Means over the tallied pictures. */
export const score = ({ loss, correct, count }: Tally): Score => ({ loss: loss / count, accuracy: correct / count });
