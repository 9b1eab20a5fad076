import { t } from '@lingui/core/macro';
import { group } from 'd3-array';

/** A figure with its 95 % interval. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** z(0.975) */
const z = 1.959964;

/**
 * A share with Wilson's score interval (Journal of the American Statistical Association 22, 1927, 209):
 * (p + z^2/2n -+ z sqrt(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n).
 *
 * @param same in [0, counted]. @param counted 1 or more.
 */
export function wilson(same: number, counted: number): Ranged {
  const p = same / counted;
  const centre = p + (z * z) / (2 * counted);
  const half = z * Math.sqrt((p * (1 - p)) / counted + (z * z) / (4 * counted * counted));
  const whole = 1 + (z * z) / counted;
  return { value: p, low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) };
}

/**
 * How much larger the second share is than the first, over the same pictures: picture by picture, so that what both have
 * in common cancels out.
 *
 * The interval is Agresti and Min's for matched pairs (Statistics in Medicine 24, 2005, 729): with b pictures that only
 * the second has and c that only the first has, a half added to each of the four cells,
 *   centre (b - c) / (n + 2), variance ((b + c + 1) - (b - c)^2 / (n + 2)) / (n + 2)^2.
 * Pictures of a group answer alike, so the variance is multiplied by the groups' design effect where that is above 1:
 * [sum_g (sum_(i in g) (d_i - d))^2 G/(G - 1)] / [sum_i (d_i - d)^2 n/(n - 1)], d_i in {-1, 0, 1} (Kish, Survey Sampling,
 * 1965).
 *
 * @param first [n] 1: has it. @param groups [n] @returns `value` is (b - c) / n itself.
 * @throws RangeError when there is nothing to compare, or not as much on both sides.
 */
export function pairedShares(first: readonly number[], second: readonly number[], groups: readonly number[]): Ranged {
  const n = first.length;
  if (n === 0 || second.length !== n || groups.length !== n)
    throw new RangeError(t`A paired difference needs as many values on both sides.`);
  const differences = second.map((has, i) => has - (first[i] ?? 0));
  const more = differences.filter((d) => d > 0).length;
  const less = differences.filter((d) => d < 0).length;
  const value = (more - less) / n;
  const centre = (more - less) / (n + 2);
  const variance = (more + less + 1 - (more - less) ** 2 / (n + 2)) / (n + 2) ** 2;
  const half = z * Math.sqrt(variance * designEffect(differences, groups));
  return { value, low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}

function designEffect(values: readonly number[], groups: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const single = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const byGroup = group(values.keys(), (i) => groups[i]);
  if (single === 0 || byGroup.size < 2) return 1;
  let together = 0;
  for (const members of byGroup.values()) together += members.reduce((sum, i) => sum + (values[i] ?? 0) - mean, 0) ** 2;
  const corrected = (squares: number, members: number) => (squares * members) / (members - 1);
  return Math.max(1, corrected(together, byGroup.size) / corrected(single, values.length));
}
