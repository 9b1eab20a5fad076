import { max, min } from 'd3-array';
import type { Trial } from './experiment';
import { samplingHalfWidth } from './statistics';

/** Share of a side's rows that every seed has on it; of the largest, where they are not equally large. */
export function sharedShare(sides: readonly Int32Array[]): number {
  const times = new Map<number, number>();
  for (const side of sides) for (const row of side) times.set(row, (times.get(row) ?? 0) + 1);
  const largest = max(sides, (side) => side.length) ?? 0;
  const shared = [...times.values()].filter((n) => n === sides.length).length;
  return largest === 0 ? 0 : shared / largest;
}

/** Whether all seeds, of several, check with the same pictures. */
export const isOneSplit = (trials: readonly Pick<Trial, 'validation'>[]): boolean =>
  trials.length > 1 && sharedShare(trials.map((trial) => trial.validation)) === 1;

/**
 * Half-width that the choice of validation pictures adds to the interval of a paired difference of two accuracies.
 * Pictures that seeds do not share are drawn anew by each: the scatter over seeds has them in already.
 */
export function samplingOf(trials: readonly Pick<Trial, 'validation'>[], first: number, second: number): number {
  const fewest = min(trials, ({ validation }) => validation.length) ?? 0;
  const shared = sharedShare(trials.map(({ validation }) => validation));
  return Math.sqrt(shared) * samplingHalfWidth(first, second, Math.max(fewest, 1));
}
