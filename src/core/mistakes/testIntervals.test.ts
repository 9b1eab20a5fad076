import { describe, expect, it } from 'vitest';
import { accuracyInterval, differenceInterval, signTest, wilsonLimits, type Pair } from './testIntervals';

/** [without, with], each so many times. */
const pairs = (...many: readonly (readonly [number, number, number])[]): readonly Pair[] =>
  many.flatMap(([times, without, withDropout]) =>
    Array.from({ length: times }, () => ({ without, with: withDropout, weight: 1 })),
  );
const certain = (mean: number) => ({ kind: 'interval', mean, low: mean, high: mean, n: 5 }) as const;

describe('wilsonLimits', () => {
  it('are those of the published example', () => {
    // Newcombe, Statistics in Medicine 17, 1998, 857, table I, method 3: 81 of 263, 15 of 148, 0 of 20.
    expect(wilsonLimits(81 / 263, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilsonLimits(81 / 263, 263).high).toBeCloseTo(0.3662, 4);
    expect(wilsonLimits(15 / 148, 148).low).toBeCloseTo(0.0624, 4);
    expect(wilsonLimits(15 / 148, 148).high).toBeCloseTo(0.1605, 4);
    expect(wilsonLimits(0, 20)).toMatchObject({ low: 0 });
    expect(wilsonLimits(0, 20).high).toBeCloseTo(0.1611, 4);
  });

  it('promise little where all are right: no more than what no mistakes prove', () => {
    // n / (n + 3.8415): 5 / 8.8415, 10 / 13.8415, 20 / 23.8415.
    expect([5, 10, 20].map((n) => Number(wilsonLimits(1, n).low.toFixed(4)))).toEqual([0.5655, 0.7225, 0.8389]);
    for (const n of [5, 10, 20, 100]) {
      expect(wilsonLimits(1, n).low).toBeLessThan(0.05 ** (1 / n) + 0.02);
      expect(wilsonLimits(1, n).high).toBe(1);
    }
  });
});

describe('accuracyInterval', () => {
  it('adds the scatter over seeds on either side', () => {
    const e = accuracyInterval({ kind: 'interval', mean: 0.9, low: 0.86, high: 0.94, n: 3 }, 20);
    // Wilson of 0.9 of 20: 0.6990 to 0.9721. 0.9 - sqrt(0.2010^2 + 0.04^2), 0.9 + sqrt(0.0721^2 + 0.04^2).
    expect(e.kind === 'interval' && e.low).toBeCloseTo(0.6951, 3);
    expect(e.kind === 'interval' && e.high).toBeCloseTo(0.9825, 3);
  });

  it('says nothing of one seed', () => {
    expect(accuracyInterval({ kind: 'single', mean: 1, n: 1 }, 9)).toEqual({ kind: 'single', mean: 1, n: 1 });
  });
});

describe('differenceInterval', () => {
  it('is the one of the published example, of paired shares', () => {
    // Newcombe, Statistics in Medicine 17, 1998, 2635, table II, method 10: 36 both, 12 and 2 one alone, 0 neither.
    const e = differenceInterval(certain(0.2), pairs([36, 1, 1], [2, 1, 0], [12, 0, 1]), 50);
    expect(e.kind === 'interval' && e.low).toBeCloseTo(0.0569, 4);
    expect(e.kind === 'interval' && e.high).toBeCloseTo(0.3404, 4);
  });

  it('is no point where the two always agree', () => {
    const e = differenceInterval(certain(0), pairs([10, 1, 1]), 10);
    // All right on both sides: 1 - 0.7225 on either.
    expect(e).toMatchObject({ kind: 'interval', mean: 0 });
    expect(e.kind === 'interval' && e.high).toBeCloseTo(0.2775, 4);
    expect(e.kind === 'interval' && e.low).toBeCloseTo(-0.2775, 4);
  });
});

describe('signTest', () => {
  it('is the exact test of McNemar', () => {
    expect(signTest(pairs([4, 0, 1])).p).toBeCloseTo(0.125);
    expect(signTest(pairs([6, 0, 1], [9, 1, 1])).p).toBeCloseTo(0.03125);
    // (1 + 8) / 2^8 * 2
    expect(signTest(pairs([7, 0, 1], [1, 1, 0]))).toEqual({ more: 7, fewer: 1, p: 0.0703125 });
    expect(signTest(pairs([3, 0, 1], [3, 1, 0])).p).toBe(1);
    expect(signTest(pairs([3, 1, 1])).p).toBe(1);
  });
});
