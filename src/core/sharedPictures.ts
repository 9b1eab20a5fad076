import { max, min, rollup, sum } from 'd3-array';
import type { Trial } from './experiment';
import { independentPictures, samplingHalfWidth } from './statistics';

/** What a seed checks with. */
interface Checked extends Pick<Trial, 'validation'> {
  /** [validation] what the group of each is called, see `Trial`. */
  readonly validationGroups?: ArrayLike<number | string>;
}

/** Share of a side's rows that every seed has on it; of the largest, where they are not equally large. */
export function sharedShare(sides: readonly Int32Array[]): number {
  const largest = max(sides, (side) => side.length) ?? 0;
  return largest === 0 ? 0 : sharedRows(sides).size / largest;
}

/** Whether all seeds, of several, check with the same pictures. */
export const isOneSplit = (trials: readonly Pick<Trial, 'validation'>[]): boolean =>
  trials.length > 1 && sharedShare(trials.map((trial) => trial.validation)) === 1;

/**
 * How much of the chance of which validation pictures there are is in all seeds of an experiment. Where pictures come in
 * groups, such as the frames of a recording, it is the groups that are drawn: see `independentPictures`.
 */
export interface SharedPictures {
  /** How many independent pictures the validation side is worth, of the seed where that is least; >= 1. */
  readonly independent: number;
  /**
   * Share of the variance that all seeds have in common, in [0, 1]. A group of m out of n pictures has (m / n)^2 of it, so
   * that each picture counts as often as its group has pictures.
   */
  readonly common: number;
}

/** The same, where pictures come in groups. */
export interface ValidationGroups extends SharedPictures {
  /** Of the seed where they are worth least: how many pictures, and how many groups. */
  readonly pictures: number;
  readonly groups: number;
}

/** Null where every validation picture is the only one of its group. */
export function validationGroupsOf(trials: readonly Checked[]): ValidationGroups | null {
  if (!trials.some(({ validationGroups }) => validationGroups)) return null;
  const worth = trials.map(({ validation, validationGroups = validation }) => ({
    pictures: validation.length,
    groups: new Set(Array.from(validationGroups)).size,
    independent: validation.length === 0 ? 1 : independentPictures(validationGroups),
  }));
  const least = worth.reduce((one, other) => (other.independent < one.independent ? other : one));
  const sizes = trials.map(groupSizes);
  const shared = sharedRows(trials.map(({ validation }) => validation));
  const inAll = sizes[0]?.filter((_, i) => shared.has(trials[0]?.validation[i] ?? -1));
  return { ...least, common: sum(inAll ?? []) / Math.max(1, ...sizes.map((own) => sum(own))) };
}

/** Of all validation pictures, in groups or not. */
export function sharedPicturesOf(trials: readonly Checked[]): SharedPictures {
  const fewest = min(trials, ({ validation }) => validation.length) ?? 0;
  const common = sharedShare(trials.map(({ validation }) => validation));
  return validationGroupsOf(trials) ?? { independent: Math.max(fewest, 1), common };
}

/**
 * Half-width that the choice of validation pictures adds to the interval of a paired difference of two accuracies.
 * Pictures that seeds do not share are drawn anew by each: the scatter over seeds has them in already.
 */
export const samplingOf = (trials: readonly Checked[], first: number, second: number): number =>
  samplingFrom(sharedPicturesOf(trials), first, second);

/** The same, of what is known of the pictures. */
export const samplingFrom = ({ independent, common }: SharedPictures, first: number, second: number): number =>
  Math.sqrt(common) * samplingHalfWidth(first, second, independent);

/** Rows that are in all. */
function sharedRows(sides: readonly Int32Array[]): ReadonlySet<number> {
  const times = new Map<number, number>();
  for (const side of sides) for (const row of side) times.set(row, (times.get(row) ?? 0) + 1);
  return new Set([...times].flatMap(([row, n]) => (n === sides.length ? [row] : [])));
}

/** [validation] how many pictures the group of each has on this side, itself among them. */
function groupSizes({ validation, validationGroups = validation }: Checked): readonly number[] {
  const groups = Array.from(validationGroups);
  const sizes = rollup(
    groups,
    (own) => own.length,
    (group) => group,
  );
  return groups.map((group) => sizes.get(group) ?? 1);
}
