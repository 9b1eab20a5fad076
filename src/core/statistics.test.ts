import { describe, expect, it } from 'vitest';
import {
  estimate,
  independentPictures,
  pairedDifference,
  roundingSd,
  samplingHalfWidth,
  seedsToTell,
  widened,
  within,
} from './statistics';

describe('estimate', () => {
  it('gives the textbook t-interval', () => {
    // mean 3, sd sqrt(2.5), n 5, t(0.975, 4) = 2.7764451: 3 -+ 1.963243
    const e = estimate([1, 2, 3, 4, 5]);
    expect(e).toMatchObject({ kind: 'interval', mean: 3, n: 5 });
    if (e.kind !== 'interval') return;
    expect(e.low).toBeCloseTo(1.036757, 5);
    expect(e.high).toBeCloseTo(4.963243, 5);
  });

  it('has no interval for one value, and refuses none', () => {
    expect(estimate([0.7])).toEqual({ kind: 'single', mean: 0.7, n: 1 });
    expect(() => estimate([])).toThrow(RangeError);
  });

  it('never claims certainty where seeds agree by luck', () => {
    const e = pairedDifference([0.7, 0.7], [0.72, 0.72], roundingSd(0.01));
    expect(e.kind).toBe('interval');
    if (e.kind !== 'interval') return;
    // t(0.975, 1) = 12.706: two seeds cannot tell two pictures of a hundred from nothing.
    expect(e.low).toBeLessThan(0);
    expect(e.high - e.low).toBeCloseTo((2 * 12.7062 * 0.01) / Math.sqrt(12) / Math.sqrt(2), 5);
  });
});

describe('pairedDifference', () => {
  it('is second minus first, so that what a pair shares cancels out', () => {
    expect(pairedDifference([0.1, 0.5, 0.9], [0.2, 0.6, 1])).toMatchObject({ n: 3 });
    expect(pairedDifference([0.1, 0.5, 0.9], [0.2, 0.6, 1]).mean).toBeCloseTo(0.1, 12);
  });

  it('refuses halves of pairs', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow(RangeError);
  });
});

const observed = (mean: number, half: number, n: number) =>
  ({ kind: 'interval', mean, low: mean - half, high: mean + half, n }) as const;

describe('widened and within', () => {
  it('adds half-widths in quadrature, and cuts to what is possible', () => {
    expect(widened(observed(0.5, 0.3, 5), 0.4)).toMatchObject({ mean: 0.5, low: 0, high: 1 });
    expect(within(observed(0, 2.5, 2), [-1, 1])).toMatchObject({ mean: 0, low: -1, high: 1 });
    expect(within(widened(estimate([0.7]), 1), [0, 0.5])).toEqual({ kind: 'single', mean: 0.7, n: 1 });
  });
});

describe('samplingHalfWidth', () => {
  it('is the binomial one of two accuracies, and never zero', () => {
    // a = b = 0.5, n = 98: 1.96 sqrt(2 * 0.25 / 98) = 0.13999
    expect(samplingHalfWidth(0.5, 0.5, 98)).toBeCloseTo(0.13999, 4);
    expect(samplingHalfWidth(1, 1, 98)).toBeGreaterThan(0.02);
  });
});

describe('seedsToTell', () => {
  it('counts the seeds that shrink the interval to the effect', () => {
    // sd 1, effect 0.5: t(0.975, 17) / sqrt(18) = 0.4973 is the first below 0.5.
    const half = 2.7764451 / Math.sqrt(5);
    expect(seedsToTell(observed(0.5, half, 5))).toBe(18);
  });

  it('is null where it tells already, and where 50 seeds would not do', () => {
    expect(seedsToTell(observed(1, 0.5, 5))).toBeNull();
    expect(seedsToTell(observed(0.001, 0.5, 5))).toBeNull();
    expect(seedsToTell(observed(0, 0.5, 5))).toBeNull();
    // Seeds do not shrink what the pictures leave open.
    expect(seedsToTell(observed(0.5, 0.1, 5), 0.6)).toBeNull();
  });
});

describe('independentPictures', () => {
  it('counts groups of one size, and less where one is large', () => {
    expect(independentPictures(['a', 'b', 'c'])).toBe(3);
    expect(independentPictures(['a', 'a', 'b', 'b'])).toBe(2);
    // 35^2 / (30^2 + 5)
    expect(independentPictures(['a', 'b', 'c', 'd', 'e', ...Array.from({ length: 30 }, () => 'z')])).toBeCloseTo(
      1.3536,
      3,
    );
  });
});
