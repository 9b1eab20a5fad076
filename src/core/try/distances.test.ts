import { describe, expect, it } from 'vitest';
import { nearestLearned, shareNearer, usualDistances } from './distances';
import { agreementOf } from './agreement';
import { headsOf } from './tried.fixture';

const trial = {
  training: Int32Array.of(0, 1, 2),
  validation: Int32Array.of(3, 4, 5),
  standardiser: { shift: Float32Array.of(7, 7), scale: Float32Array.of(1, 10) },
};
const byRow = [
  [0, 0],
  [3, 0],
  [0, 1],
  [1, 0],
  [0, 0.5],
  [9, 0],
].map((row) => Float32Array.from(row));

describe('nearest training pictures', () => {
  it('are by standardised features, the nearest first', () => {
    expect(nearestLearned(Float32Array.of(2, 0), trial, byRow, 2)).toEqual([
      { row: 1, distance: 1 },
      { row: 0, distance: 2 },
    ]);
  });
  it('leave out the picture itself, and what is gone', () => {
    const gone = byRow.map((own, row) => (row === 0 ? undefined : own));
    expect(nearestLearned(Float32Array.of(3, 0), trial, gone, 3, new Set([1])).map(({ row }) => row)).toEqual([2]);
  });
});

describe('what is usual', () => {
  it('is each validation picture’s way to its nearest training picture, in order', async () => {
    const usual = await usualDistances(trial, byRow, () => true);
    expect([...(usual ?? [])]).toEqual([1, 5, 6]);
    expect(shareNearer(usual ?? new Float64Array(), 5.5)).toBe(2 / 3);
    expect(shareNearer(usual ?? new Float64Array(), 0)).toBe(0);
    expect(shareNearer(usual ?? new Float64Array(), 7)).toBe(1);
  });
});

it('seeds are counted by their answers, side by side', async () => {
  const heads = headsOf({ features: 2, hidden: 0, trials: 3 });
  // Every head of the first arm answers the second class by its bias, but the last, which answers the third.
  const size = 9;
  const parameters = new Float32Array(6 * size);
  for (let r = 0; r < 6; r++) parameters[r * size + 6 + (r === 2 ? 2 : 1)] = 1;
  const agreement = await agreementOf({ ...heads, parameters }, Float32Array.of(1, 2), () => true);
  expect(agreement).toEqual({
    seeds: 3,
    counts: [
      [0, 2, 1],
      [0, 3, 0],
    ],
  });
});
