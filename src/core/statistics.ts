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
  if (values.length === 0) throw new RangeError('An estimate needs at least one value.');
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
  if (first.length !== second.length) throw new RangeError('A paired difference needs as many values on both sides.');
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

/** The most seeds that the settings allow. */
const mostSeeds = 50;

/**
 * How many seeds would shrink the interval to less than the observed mean, if mean and sd stayed as they are; null when
 * more than 50 would be needed, or when zero is outside already.
 */
export function seedsToTell(observed: Interval): number | null {
  const size = Math.abs(observed.mean);
  const half = (observed.high - observed.low) / 2;
  if (half < size) return null;
  const sd = half / halfWidth(1, observed.n);
  for (let n = observed.n + 1; n <= mostSeeds; n++) if (halfWidth(sd, n) < size) return n;
  return null;
}

const halfWidth = (sd: number, n: number) => (quantileFor(n - 1) * sd) / Math.sqrt(n);

const quantiles = new Map<number, number>();

function quantileFor(degreesOfFreedom: number): number {
  const known = quantiles.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const found = tQuantile(0.975, degreesOfFreedom);
  quantiles.set(degreesOfFreedom, found);
  return found;
}
