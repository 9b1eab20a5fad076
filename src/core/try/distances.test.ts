import { describe, expect, it } from 'vitest';
import { countNearer, nearestLearned, rowsBelonging, usualDistances } from './distances';
import { agreementOf } from './agreement';
import { answerOf } from './answer';
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

it('the whole group of a picture, and of its twins, is no evidence about it', () => {
  const of = (hash: string, group: string) => ({ hash, group });
  const all = [of('a', 'burst'), of('b', 'burst'), of('a', 'other'), of('c', 'other'), of('d', 'd')];
  expect([...rowsBelonging('b', all, all)]).toEqual([0, 1]);
  expect([...rowsBelonging('a', [null, ...all.slice(1)], all)]).toEqual([1, 2, 3]);
  expect([...rowsBelonging('new', all, all), ...rowsBelonging(null, all, all)]).toEqual([]);
});

describe('what is usual', () => {
  it('is each validation picture’s way to its nearest training picture, in order', async () => {
    const usual = await usualDistances(trial, byRow, () => true);
    expect([...(usual ?? [])]).toEqual([1, 5, 6]);
    expect([0, 5.5, 7].map((distance) => countNearer(usual ?? new Float64Array(), distance))).toEqual([0, 2, 3]);
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

it('a head whose weights are no numbers answers nothing, and is not counted', async () => {
  const heads = headsOf({ features: 2, hidden: 0, trials: 2 });
  const parameters = new Float32Array(4 * 9);
  parameters.fill(NaN, 9, 18);
  parameters[7] = 1;
  const agreement = await agreementOf({ ...heads, parameters }, Float32Array.of(1, 2), () => true);
  expect(agreement?.counts[0]).toEqual([0, 1, 0]);
  expect([answerOf([0.2, 0.5, 0.3]), answerOf([0.5, 0.5]), answerOf([0.5, NaN]), answerOf([])]).toEqual([
    1,
    0,
    null,
    null,
  ]);
});
