import { within, type Estimate, type Interval } from '../statistics';

/** z(0.975) */
const z = 1.959964;

/**
 * Wilson's 95 % limits of a share (JASA 22, 1927, 209). They lie unevenly about it, stay within [0, 1], and are apart even
 * where all or none are right.
 *
 * @param share in [0, 1]. @param n > 0, need not be whole.
 */
export function wilsonLimits(share: number, n: number): { readonly low: number; readonly high: number } {
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  // At 0 and 1 the formula gives these themselves, but for rounding.
  return { low: Math.min(share, Math.max(0, centre - half)), high: Math.max(share, Math.min(1, centre + half)) };
}

/** An accuracy over seeds that all answer the same n pictures: takes in the scatter over seeds and the choice of pictures. */
export function accuracyInterval(overSeeds: Estimate, n: number): Estimate {
  if (overSeeds.kind === 'single') return overSeeds;
  const { low, high } = wilsonLimits(overSeeds.mean, n);
  return lopsided(overSeeds, overSeeds.mean - low, high - overSeeds.mean, [0, 1]);
}

/** Shares of right answers without and with dropout: of one picture, or of pictures that are alike. */
export interface Pair {
  readonly without: number;
  readonly with: number;
  /** In pictures. */
  readonly weight: number;
}

/**
 * A difference of two accuracies on the same n pictures: the MOVER of Wilson's limits for paired shares (Newcombe,
 * Statistics in Medicine 17, 1998, 2635, method 10). What the two sides' answers have in common is known here and taken
 * off, as far as it is more than half a picture. The scatter over seeds adds in quadrature.
 *
 * @param overSeeds with minus without, paired by seed.
 */
export function differenceInterval(overSeeds: Estimate, pairs: readonly Pair[], n: number): Estimate {
  if (overSeeds.kind === 'single') return overSeeds;
  const [a, b] = [weighted(pairs, (p) => p.without), weighted(pairs, (p) => p.with)];
  const common = weighted(pairs, (p) => (p.without - a) * (p.with - b));
  const corrected = common > 0 ? Math.max(0, common - 1 / (2 * n)) : common;
  const scale = Math.sqrt(a * (1 - a) * b * (1 - b));
  const phi = scale > 0 ? Math.max(-1, Math.min(1, corrected / scale)) : 0;
  const [first, second] = [wilsonLimits(a, n), wilsonLimits(b, n)];
  const joined = (x: number, y: number) => Math.sqrt(Math.max(0, x ** 2 + y ** 2 - 2 * phi * x * y));
  return lopsided(overSeeds, joined(b - second.low, first.high - a), joined(second.high - b, a - first.low), [-1, 1]);
}

function lopsided(e: Interval, below: number, above: number, limits: readonly [number, number]): Estimate {
  const half = (e.high - e.low) / 2;
  return within({ ...e, low: e.mean - Math.hypot(half, below), high: e.mean + Math.hypot(half, above) }, limits);
}

function weighted(pairs: readonly Pair[], of: (pair: Pair) => number): number {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return pairs.reduce((sum, pair) => sum + pair.weight * of(pair), 0) / total;
}

/** Pictures that set the two sides apart. */
export interface SignTest {
  /** In favour of dropout, and against it. */
  readonly more: number;
  readonly fewer: number;
  /** Two-sided: how often a fair coin divides so many at least as unevenly. */
  readonly p: number;
}

/** The exact binomial form of McNemar's test (Psychometrika 12, 1947, 153); over several seeds, of who is right more often. */
export function signTest(pairs: readonly Pair[]): SignTest {
  const more = pairs.filter((p) => p.with > p.without).length;
  const fewer = pairs.filter((p) => p.with < p.without).length;
  const n = more + fewer;
  let [term, tail] = [0.5 ** n, 0];
  for (let k = 0; k <= Math.min(more, fewer); k++) {
    tail += term;
    term *= (n - k) / (k + 1);
  }
  return { more, fewer, p: Math.min(1, 2 * tail) };
}
