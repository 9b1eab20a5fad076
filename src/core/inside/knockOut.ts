import { shuffle, type Rng } from '../rng';
import { accuracyOf, classCount, hiddenActivations, hiddenWidth, outputLogits, type Head } from './forward';

/** Shares of hidden units that the test removes; all of them is the far end, where only the biases answer. */
export const removedShares: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Validation accuracy with a random share of the hidden units removed for all pictures, and the rest scaled by
 * H / kept, so that the expected input of the output layer stays. A draw removes more and more of one random order.
 *
 * @param x [V, D] standardised. @param labels [V]
 * @param orders one order of the H units per draw. The arms of a seed are given the same ones.
 * @returns mean over the draws, for each of `removedShares`.
 */
export function knockOut(
  head: Head,
  x: Float32Array,
  labels: ArrayLike<number>,
  orders: readonly Int32Array[],
): readonly number[] {
  const active = hiddenActivations(head, x);
  const units = hiddenWidth(head.shape);
  const classes = classCount(head.shape);
  return removedShares.map((share) => {
    const gone = Math.round(share * units);
    const kept = units - gone;
    // Nothing to draw: none or all are removed.
    const drawn = gone === 0 || kept === 0 ? orders.slice(0, 1) : orders;
    const scores = drawn.map((order) => {
      const left = gone === 0 ? active : without(active, units, order.subarray(0, gone), kept);
      return accuracyOf(outputLogits(head, left), classes, labels);
    });
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
}

/** @returns `draws` random orders of the units. */
export const removalOrders = (units: number, draws: number, rng: Rng): readonly Int32Array[] =>
  Array.from({ length: draws }, () =>
    Int32Array.from(
      shuffle(
        Array.from({ length: units }, (_, u) => u),
        rng,
      ),
    ),
  );

function without(active: Float32Array, units: number, gone: Int32Array, kept: number): Float32Array {
  const multiplier = new Float32Array(units).fill(kept > 0 ? units / kept : 0);
  for (const u of gone) multiplier[u] = 0;
  return active.map((value, at) => value * (multiplier[at % units] ?? 0));
}
