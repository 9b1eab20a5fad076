import { describe, expect, test } from 'vitest';
import { cutFindings, cutsProblem, type CutsResult } from './cuts';
import { originWith } from './origin.fixture';
import { accuracyDifference, accuracyEstimate } from './ways';

/** A base with a block for each mean, two seeds each. */
const seeds = (mean: number) => [mean - 0.01, mean + 0.01];
const resultOf = (means: readonly number[], changes: Partial<CutsResult> = {}): CutsResult => ({
  origin: originWith(2),
  blocks: means.length,
  chosen: 0,
  points: means.map((mean, block) => ({ block, features: 8, accuracies: seeds(mean) })),
  pixels: seeds(0.3),
  ...changes,
});

const found = (result: CutsResult) => {
  const findings = cutFindings(result);
  if (!findings) throw new Error('All blocks are there.');
  return findings;
};

describe('what the blocks say', () => {
  const means = [0.4, 0.55, 0.7, 0.9, 0.8, 0.75];

  test('waits for all of them', () => {
    const { points } = resultOf(means);
    expect(cutFindings(resultOf(means, { points: points.slice(0, -1) }))).toBeNull();
    expect(cutFindings(resultOf(means, { points: [] }))).toBeNull();
    expect(cutFindings(resultOf([]))).toBeNull();
    expect(cutFindings(resultOf(means))).not.toBeNull();
  });

  test('is the rise from the first to the last, whichever is best', () => {
    const { rise, last, best, bestAccuracy } = found(resultOf(means));
    const origin = originWith(2);
    expect(rise).toEqual(accuracyDifference(seeds(0.4), seeds(0.75), origin));
    expect(rise.mean).toBeCloseTo(0.35, 12);
    expect(last).toEqual(accuracyEstimate(seeds(0.75), origin));
    expect(best.block).toBe(3);
    expect(bestAccuracy).toEqual(accuracyEstimate(seeds(0.9), origin));
  });

  test('takes the earlier of two that are equally high', () =>
    expect(found(resultOf([0.4, 0.9, 0.9])).best.block).toBe(1));
});

describe('the early block', () => {
  test.each([
    [1, 0],
    [2, 0],
    [3, 0],
    [6, 0],
    [7, 1],
    [9, 1],
    [12, 1],
    [13, 2],
    [17, 2],
  ])('of %i is named beforehand, in the middle of the early third', (blocks, block) => {
    const rising = Array.from({ length: blocks }, (_, i) => 0.2 + i / 50);
    for (const means of [rising, rising.toReversed()]) expect(found(resultOf(means)).early?.point.block).toBe(block);
  });

  test('is held against bare pixels', () => {
    const { early } = found(resultOf([0.5, 0.6, 0.7]));
    expect(early?.overPixels).toEqual(accuracyDifference(seeds(0.3), seeds(0.5), originWith(2)));
    expect(early?.overPixels.mean).toBeCloseTo(0.2, 12);
    expect(found(resultOf([0.5, 0.6, 0.7], { pixels: null })).early).toBeNull();
  });
});

test('flattened maps are there of one block alone', () => {
  expect(cutsProblem('flatten')).toMatch(/Choose average or maximum pooling/);
  expect([cutsProblem('average'), cutsProblem('max')]).toEqual([null, null]);
});
