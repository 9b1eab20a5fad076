import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../settings';
import { roundingSd, samplingHalfWidth, type Estimate } from '../statistics';
import { originWith } from './origin.fixture';
import { endingWith, oneSplit } from './outcomes.fixture';
import {
  accuracyDifference,
  accuracyEstimate,
  advantage,
  lastAccuracies,
  wayIds,
  type WayId,
  type WayLine,
  type WaysResult,
} from './ways';

/** How far the interval reaches to both sides. */
function halfOf(e: Estimate): number {
  if (e.kind === 'single') throw new Error('It has no interval.');
  expect(e.high - e.mean).toBeCloseTo(e.mean - e.low, 12);
  return e.high - e.mean;
}

/** t(0.975, 1) */
const t1 = 12.7062047;

describe('an accuracy', () => {
  test('that all seeds agree on is still only known to the picture', () => {
    const half = halfOf(accuracyEstimate([0.5, 0.5], originWith(2)));
    expect(half).toBeCloseTo((t1 * roundingSd(1 / 100)) / Math.SQRT2, 7);
    expect(half).toBeGreaterThan(0.02);
  });

  test('that scatters has its own interval', () => {
    expect(halfOf(accuracyEstimate([0.49, 0.51], originWith(2)))).toBeCloseTo(t1 * 0.01, 7);
  });

  test.each([
    [[0.99, 1], { high: 1 }],
    [[0, 0.01], { low: 0 }],
    [[0.1, 0.9], { low: 0, high: 1 }],
  ])('is never outside of 0 and 1: %j', (accuracies, cut) =>
    expect(accuracyEstimate(accuracies, originWith(2))).toMatchObject(cut),
  );

  test('of one seed has no interval', () =>
    expect(accuracyEstimate([0.7], originWith(1))).toEqual({ kind: 'single', mean: 0.7, n: 1 }));
});

describe('a difference', () => {
  const [first, second] = [
    [0.3, 0.7],
    [0.4, 0.82],
  ];

  test('counts the groups of the pictures that seeds share', () => {
    const { trials } = oneSplit(2);
    const grouped = trials.map((trial) => ({ ...trial, validationGroups: trial.validation.map((row) => row % 4) }));
    const widest = halfOf(accuracyDifference([0.5, 0.5], [0.61, 0.61], oneSplit(2, { trials: grouped })));
    expect(widest).toBeCloseTo(Math.hypot((t1 * roundingSd(1 / 100)) / Math.SQRT2, samplingHalfWidth(0.5, 0.61, 4)), 7);
  });

  test('is taken seed by seed, second minus first', () => {
    const e = accuracyDifference(first, second, originWith(2));
    expect(e.mean).toBeCloseTo(0.11, 12);
    // The seeds are 0.4 apart, their differences 0.02.
    expect(halfOf(e)).toBeCloseTo(t1 * 0.01, 7);
  });

  test('that every seed agrees on is only known to the picture', () =>
    expect(halfOf(accuracyDifference([0.3, 0.7], [0.4, 0.8], originWith(2)))).toBeCloseTo(
      (t1 * roundingSd(1 / 100)) / Math.SQRT2,
      7,
    ));

  test('allows for the choice of pictures as far as the seeds check with the same', () => {
    const sampling = samplingHalfWidth(0.5, 0.61, 100);
    expect(halfOf(accuracyDifference(first, second, oneSplit(2)))).toBeCloseTo(Math.hypot(t1 * 0.01, sampling), 7);
    const origin = originWith(2);
    const trials = origin.trials.map((trial, k) => ({ ...trial, validation: trial.validation.map((r) => r - 50 * k) }));
    expect(halfOf(accuracyDifference(first, second, { trials }))).toBeCloseTo(
      Math.hypot(t1 * 0.01, Math.sqrt(0.5) * sampling),
      7,
    );
  });

  test('is never outside of -1 and 1', () => {
    expect(accuracyDifference([0, 0.4], [1, 0.9], originWith(2))).toMatchObject({ high: 1 });
    expect(accuracyDifference([1, 0.9], [0, 0.4], originWith(2))).toMatchObject({ low: -1 });
  });
});

describe('the advantage of the pretrained base', () => {
  const origin = originWith(2, { settings: { ...defaultSettings, epochs: 2 } });
  const line = (way: WayId, accuracies: readonly number[], epochs = 2): WayLine => ({
    way,
    trainable: 1,
    frozen: 1,
    preparing: 0,
    training: 0,
    history: endingWith(accuracies, epochs),
  });
  const resultOf = (...lines: readonly WayLine[]): WaysResult => ({ origin, lines });
  const pretrained = line('pretrained', [0.9, 0.8]);

  test.each(['random', 'scratch', 'pixels'] as const)(
    'over %s is that of the last epochs, pretrained minus it',
    (way) => {
      const others = wayIds.filter((id) => id !== way && id !== 'pretrained').map((id) => line(id, [0.1, 0.1]));
      const gain = advantage(resultOf(...others, line(way, [0.6, 0.6]), pretrained), way);
      expect(gain).toEqual(accuracyDifference([0.6, 0.6], [0.9, 0.8], origin));
      expect(gain?.mean).toBeCloseTo(0.25, 12);
    },
  );

  test.each([
    ['neither is there', []],
    ['one is not there', [pretrained]],
    ['the pretrained base is not there', [line('scratch', [0.5, 0.5])]],
    ['the other has an epoch to go', [pretrained, line('scratch', [0.5, 0.5], 1)]],
    ['the pretrained base has an epoch to go', [line('pretrained', [0.9, 0.8], 1), line('scratch', [0.5, 0.5])]],
    ['the other has not begun', [pretrained, line('scratch', [], 0)]],
  ])('is not there where %s', (_, lines) => expect(advantage(resultOf(...lines), 'scratch')).toBeNull());

  test('takes the last epoch there is', () => {
    expect(lastAccuracies(pretrained)).toEqual([0.9, 0.8]);
    expect(lastAccuracies(line('random', [], 0))).toBeNull();
    expect(lastAccuracies(undefined)).toBeNull();
  });
});
