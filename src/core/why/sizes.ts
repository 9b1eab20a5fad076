import type { Estimate } from '../statistics';
import type { Origin } from './study';
import { accuracyDifference, type WayId } from './ways';

/** One way with one number of pictures. */
export interface SizePoint {
  readonly way: WayId;
  /** Training pictures per class. */
  readonly perClass: number;
  /** Validation accuracy by seed, after the last epoch. */
  readonly accuracies: readonly number[];
}

export interface SizesResult {
  readonly origin: Origin;
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly points: readonly SizePoint[];
}

/**
 * 1, 2, 5, 10, 20, 40, 100, 200, ... pictures per class as far as the set goes, and then all of it.
 * @param most training pictures of the smallest class.
 */
export function sizesUpTo(most: number): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 40, 100, 200, 400, 1000].filter((n) => n < most);
  // The last step is worth its time only where it is well below the whole.
  const last = steps.at(-1) ?? 0;
  return [...(most < 1.2 * last ? steps.slice(0, -1) : steps), most];
}

export const pointOf = ({ points }: SizesResult, way: WayId, perClass: number): SizePoint | undefined =>
  points.find((point) => point.way === way && point.perClass === perClass);

/** How many pictures another way needs for what transfer does with a few. */
export type Reach =
  /** So many are enough: they are not clearly worse, and the number before them is. */
  | {
      readonly kind: 'reached';
      readonly perClass: number;
      readonly before: number;
      readonly difference: Estimate;
    }
  /** All the set has are clearly too few. @param difference the other way with all of them minus transfer, below zero. */
  | { readonly kind: 'beyond'; readonly perClass: number; readonly difference: Estimate }
  /** Nothing is clearly worse, not even the smallest number: there is nothing to read off. */
  | { readonly kind: 'no advantage'; readonly difference: Estimate }
  | { readonly kind: 'one seed' };

/**
 * Reads off what `other` needs for the accuracy of the pretrained base with `few` pictures per class. A number of pictures
 * counts as too few only where its whole interval lies below zero.
 *
 * @returns null where the points are not there (yet).
 */
export function reachOf(result: SizesResult, few: number, other: WayId): Reach | null {
  const goal = pointOf(result, 'pretrained', few);
  if (!goal) return null;
  if (goal.accuracies.length < 2) return { kind: 'one seed' };
  const sizes = result.sizes.filter((size) => size >= few);
  const differences: { readonly perClass: number; readonly difference: Estimate }[] = [];
  for (const perClass of sizes) {
    const point = pointOf(result, other, perClass);
    if (!point) return null;
    differences.push({ perClass, difference: accuracyDifference(goal.accuracies, point.accuracies, result.origin) });
  }
  const isBelow = (e: Estimate) => e.kind === 'interval' && e.high < 0;
  const last = differences.at(-1);
  const [first] = differences;
  if (!first || !last) return null;
  // From the end: the last number that is clearly too few, so that one lucky size in between decides nothing.
  const lastBelow = differences.findLastIndex(({ difference }) => isBelow(difference));
  if (lastBelow === differences.length - 1) return { kind: 'beyond', ...last };
  const [before, reached] = [differences[lastBelow], differences[lastBelow + 1]];
  if (!before || !reached) return { kind: 'no advantage', difference: first.difference };
  return { kind: 'reached', ...reached, before: before.perClass };
}
