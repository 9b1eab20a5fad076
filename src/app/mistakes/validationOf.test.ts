import { expect, it } from 'vitest';
import { logEntry } from '../../core/log/logEntry.fixture';
import { validationOf } from './validationOf';

const arms = ['without dropout', 'with dropout'];
const runs = arms.flatMap((arm, a) =>
  [42, 43, 44].map((seed, k) => ({
    arm,
    dropoutRate: a / 2,
    seed,
    training: 1,
    validation: 0.5 + a / 10 + k / 5,
    trainingLoss: 0,
    validationLoss: 0,
  })),
);
const accuracy = { kind: 'interval', mean: 0.5, low: 0.4, high: 0.6, n: 2 } as const;
const { test } = logEntry({
  test: {
    openedAt: 1,
    pictures: 9,
    arms: arms.map((name, a) => ({ name, dropoutRate: a / 2, accuracy })),
    difference: accuracy,
    sentence: '',
  },
});
const means = (seeds: readonly number[] | null) =>
  validationOf({ runs, test }, seeds).map(({ mean, n }) => [Number(mean.toFixed(3)), n]);

it('is of the seeds that were tested, not of all that were trained', () => {
  expect(means([43, 44])).toEqual([
    [0.8, 2],
    [0.9, 2],
  ]);
});

it('is of the first seeds where the heads are not at hand: these are the ones that are kept', () => {
  expect(means(null)).toEqual([
    [0.6, 2],
    [0.7, 2],
  ]);
});
