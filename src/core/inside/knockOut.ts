import { shuffle, type Rng } from '../rng';
import { accuracyOf, classCount, hiddenActivations, hiddenWidth, outputLogits, type Head } from './forward';

/**
 * How many hidden units the test removes, ascending: tenths of the layer, as far as whole units allow. All of them is the
 * far end, where only the biases answer.
 */
export const removedUnits = (units: number): readonly number[] => [
  ...new Set(Array.from({ length: 11 }, (_, tenths) => Math.round((tenths / 10) * units))),
];

/**
 * Validation accuracy with random hidden units removed for all pictures, and the rest scaled by
 * H / kept, so that the expected input of the output layer stays. A draw removes more and more of one random order.
 *
 * @param x [V, D] standardised. @param labels [V]
 * @param orders one order of the H units per draw. The arms of a seed are given the same ones.
 * @returns mean over the draws, for each of `removedUnits`.
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
  return removedUnits(units).map((gone) => {
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
