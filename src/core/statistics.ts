import { t } from '@lingui/core/macro';
import { deviation } from 'd3-array';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A mean over n >= 2 values, with its two-sided 95 % t-interval. */
export interface Interval {
  readonly kind: 'interval';
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** One value: it says nothing about how much it would vary, so it has no interval. */
interface SingleValue {
  readonly kind: 'single';
  readonly mean: number;
  readonly n: 1;
}

export type Estimate = Interval | SingleValue;

/**
 * Student's t-interval: mean -+ t(0.975, n - 1) sd / sqrt(n), with the sample sd (divided by n - 1).
 *
 * @param smallestSd floor for the sd; see `roundingSd`.
 * @throws RangeError when there are no values.
 */
export function estimate(values: readonly number[], smallestSd = 0): Estimate {
  if (values.length === 0) throw new RangeError(t`An estimate needs at least one value.`);
  const centre = mean(values);
  const n = values.length;
  if (n === 1) return { kind: 'single', mean: centre, n };
  const half = halfWidth(Math.max(deviation(values) ?? 0, smallestSd), n);
  return { kind: 'interval', mean: centre, low: centre - half, high: centre + half, n };
}

/** NaN as soon as one value is: a run that failed is not left out in silence (d3's mean would). */
export const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/**
 * Value by value: second minus first. Both sides of a pair share everything but what is compared, so that what they
 * share cancels out.
 *
 * @throws RangeError when the two are not equally long, or empty.
 */
export function pairedDifference(first: readonly number[], second: readonly number[], smallestSd = 0): Estimate {
  if (first.length !== second.length) throw new RangeError(t`A paired difference needs as many values on both sides.`);
  return estimate(
    second.map((value, i) => value - (first[i] ?? Number.NaN)),
    smallestSd,
  );
}

/**
 * The sd that rounding alone gives: a score counted in whole pictures is off by up to half a step either way, and a
 * uniform error of width `step` has sd step / sqrt(12) (Sheppard's correction). Two seeds that agree to the picture by
 * luck have an sd of 0, and an interval without this floor would claim certainty.
 *
 * @param step what one picture makes, e.g. 1 / 108.
 */
export const roundingSd = (step: number): number => step / Math.sqrt(12);

/**
 * An interval that also takes in a second, independent uncertainty: half-widths add in quadrature, as in the MOVER method
 * (Zou and Donner, Statistics in Medicine 27, 2008, 1693).
 *
 * @param half half-width of the 95 % interval of the second uncertainty, >= 0.
 */
export function widened(e: Estimate, half: number): Estimate {
  if (e.kind === 'single') return e;
  const both = Math.hypot((e.high - e.low) / 2, half);
  return { ...e, low: e.mean - both, high: e.mean + both };
}

/** An interval cut to what is possible at all: a t-interval over two seeds knows no limits. */
export function within(e: Estimate, [lowest, highest]: Limits): Estimate {
  if (e.kind === 'single') return e;
  return { ...e, low: Math.max(e.low, lowest), high: Math.min(e.high, highest) };
}

/** The lowest and the highest possible value. */
export type Limits = readonly [number, number];

/**
 * Half the 95 % interval that the choice of validation pictures gives a difference of two accuracies measured on the same
 * pictures: z sqrt((a(1 - a) + b(1 - b)) / n), the binomial variances added up. The exact variance subtracts twice the
 * covariance of the two sides' answers; which pictures each side got right is not known here, so the covariance is taken
 * to be 0. Two heads on the same features find the same pictures hard (covariance > 0), and means over seeds scatter less
 * than single answers: the interval is too wide rather than too narrow. Accuracies are shrunk to (an + 1) / (n + 2)
 * (Laplace), so that a perfect score has a variance, too.
 *
 * @param pictures n >= 1, independent ones: see `independentPictures`.
 */
export const samplingHalfWidth = (first: number, second: number, pictures: number): number =>
  Math.hypot(accuracyHalfWidth(first, pictures), accuracyHalfWidth(second, pictures));

/** The same of one accuracy: z sqrt(a(1 - a) / n), with the shrunk a. @param pictures n >= 1 */
function accuracyHalfWidth(accuracy: number, pictures: number): number {
  const shrunk = (accuracy * pictures + 1) / (pictures + 2);
  return normalQuantile * Math.sqrt((shrunk * (1 - shrunk)) / pictures);
}

/**
 * How many pictures some are worth that belong together in groups, if those of a group are all right or all wrong: of
 * groups of m pictures, (sum m)^2 / sum m^2. That is Kish's effective sample size (Survey Sampling, 1965) at a correlation
 * of 1 within a group: the frames of a recording are not quite so alike, so that this is on the safe side. Pictures that
 * are each one of their own count as many as they are.
 *
 * @param groups what the group of each picture is called; at least one.
 */
export function independentPictures(groups: ArrayLike<string | number>): number {
  const sizes = new Map<string | number, number>();
  for (const group of Array.from(groups)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return groups.length ** 2 / [...sizes.values()].reduce((sum, m) => sum + m ** 2, 0);
}

/** z(0.975) */
const normalQuantile = 1.959964;

/** The most seeds that the settings allow. */
const mostSeeds = 50;

/**
 * How many seeds would shrink the interval to less than the observed mean, if mean and sd stayed as they are; null when
 * more than 50 would be needed, or when zero is outside already.
 *
 * @param observed over the seeds alone, not widened or cut.
 * @param lasting half-width of an uncertainty that more seeds do not shrink; see `widened`.
 */
export function seedsToTell(observed: Interval, lasting = 0): number | null {
  const size = Math.abs(observed.mean);
  const half = (observed.high - observed.low) / 2;
  if (Math.hypot(half, lasting) < size) return null;
  const sd = half / halfWidth(1, observed.n);
  const isEnough = (n: number) => Math.hypot(halfWidth(sd, n), lasting) < size;
  // The more seeds, the narrower; a quantile takes half a millisecond, so that not every number is tried.
  let [few, enough] = [observed.n, mostSeeds];
  if (few >= enough || !isEnough(enough)) return null;
  while (enough - few > 1) {
    const n = Math.floor((few + enough) / 2);
    if (isEnough(n)) enough = n;
    else few = n;
  }
  return enough;
}

/** Of the 95 % interval of the mean of `n` values with this standard deviation. */
export const halfWidth = (sd: number, n: number): number => (quantileFor(n - 1) * sd) / Math.sqrt(n);

const quantiles = new Map<number, number>();

function quantileFor(degreesOfFreedom: number): number {
  const known = quantiles.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const found = tQuantile(0.975, degreesOfFreedom);
  quantiles.set(degreesOfFreedom, found);
  return found;
}
