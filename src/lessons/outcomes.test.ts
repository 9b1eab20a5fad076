import { describe, expect, it, test } from 'vitest';
import { experimentOf, historyOf, run, score } from '../core/history.fixture';
import type { Estimate } from '../core/statistics';
import { endingWith, around, scattered } from '../core/why/outcomes.fixture';
import { originWith } from '../core/why/origin.fixture';
import { wayIds, type WayId } from '../core/why/ways';
import { defaultSettings } from '../core/settings';
import { setUpsOf } from './answersOf';
import { directionOf, type Figures, type Found } from './found';
import { foundInSweep, foundInWays } from './foundInStudies';
import { foundInTraining } from './foundInTraining';
import { lessons } from './lessons';
import { measuredOf } from './claim';

const interval = (low: number, high: number): Estimate => ({
  kind: 'interval',
  mean: (low + high) / 2,
  low,
  high,
  n: 5,
});
const setUps = lessons.flatMap(setUpsOf);

function predictionOf(id: string) {
  const prediction = setUps.find((setUp) => setUp.id === id)?.prediction;
  if (!prediction) throw new Error(`${id} predicts nothing.`);
  return prediction;
}

const evidence = (epochs = 2) => ({
  experiment: experimentOf(2, epochs),
  history: [],
  phase: 'finished' as const,
  labels: new Int32Array(300),
  noise: 0,
  splitFixed: false,
});
const nothing = { knockOut: null, similarity: null };
const trainingWith = (figures: Figures): Found => ({ kind: 'training', evidence: evidence(), seeds: 5, figures });

test.each<readonly [string, Figures, string | null]>([
  ['transfer-first', { 'validation/without': interval(0.3, 0.36) }, 'guessing'],
  ['transfer-first', { 'validation/without': interval(0.5, 0.6) }, 'half'],
  ['transfer-first', { 'validation/without': interval(0.8, 0.86) }, 'mostly'],
  ['transfer-first', { 'validation/without': interval(0.66, 0.7) }, 'half'],
  ['transfer-first', { 'validation/without': interval(0.91, 0.93) }, 'always'],
  ['transfer-first', {}, null],
  ['by-heart-wrong', { 'training/without': interval(0.99, 1) }, 'all'],
  ['by-heart-wrong', { 'training/without': interval(0.7, 0.8) }, 'right-ones'],
  ['by-heart-wrong', { 'training/without': interval(0.88, 0.92) }, 'some'],
  ['by-heart-wrong', { 'training/without': interval(0.4, 0.5) }, 'half'],
  ['by-heart-right', { 'gap/without': interval(-0.01, 0.02) }, 'cannot-tell'],
  ['by-heart-right', { 'gap/without': interval(-0.04, -0.01) }, 'gone'],
  ['by-heart-right', { 'gap/without': interval(0.14, 0.2) }, 'smaller'],
  ['by-heart-right', { 'gap/without': interval(0.5, 0.6) }, 'wider'],
  ['by-heart-right', { 'gap/without': interval(0.3, 0.38) }, 'cannot-tell'],
  ['by-heart-right', { 'gap/without': { kind: 'single', mean: 0.2, n: 1 } }, 'cannot-tell'],
  ['by-heart-right', {}, null],
  ['leaning-removed', { 'half/change': interval(0.1, 0.2) }, 'with'],
  ['leaning-removed', { 'half/change': interval(-0.2, -0.1) }, 'without'],
  ['leaning-removed', { 'half/change': interval(-0.1, 0.1) }, 'cannot-tell'],
  ['leaning-removed', {}, null],
  ['leaning-alike', { 'alike/change': interval(0.01, 0.03) }, 'with'],
  ['leaning-alike', { 'alike/change': interval(-0.03, -0.01) }, 'without'],
  ['dropout-both', { 'validation/change': interval(0.02, 0.08) }, 'higher'],
  ['dropout-both', { 'validation/change': interval(-0.08, -0.02) }, 'lower'],
  ['dropout-both', { 'validation/change': { kind: 'single', mean: 0.07, n: 1 } }, 'cannot-tell'],
  ['curves-ahead', { 'ahead/with': interval(0.02, 0.08) }, 'validation'],
  ['curves-ahead', { 'ahead/with': interval(-0.08, -0.02) }, 'training'],
  ['curves-few', { 'validation/change': interval(-0.02, 0.03) }, 'cannot-tell'],
])('of %s, %j comes out as %s', (id, figures, outcome) => {
  const prediction = predictionOf(id);
  expect(prediction.outcome(trainingWith(figures))).toBe(outcome);
  // Where nothing can be said, none of the options came out.
  expect([null, ...prediction.options.map((option) => option.id)]).toContain(outcome);
});

test('the gap with right labels is measured to be smaller than the one it is compared with', () => {
  const figures = { 'gap/without': measuredOf('by-heart-right', 'gap/without') };
  expect(predictionOf('by-heart-right').outcome(trainingWith(figures))).toBe('smaller');
});

describe('four ways', () => {
  const found = (accuracies: Readonly<Record<WayId, readonly number[]>>) =>
    foundInWays({
      origin: originWith(4, { settings: { ...defaultSettings, epochs: 2 } }),
      lines: wayIds.map((way) => ({
        way,
        trainable: 1,
        frozen: 1,
        preparing: 0,
        training: 0,
        history: endingWith(accuracies[way]),
      })),
    });
  const { outcome, words } = predictionOf('traditional-ways');
  const low = { random: around(0.4), scratch: around(0.5), pixels: around(0.45) };

  it.each([
    ['pretrained', { pretrained: around(0.8), ...low }],
    ['cannot-tell', { pretrained: scattered(0.5), ...low }],
    ['pixels', { pretrained: around(0.3), ...low, pixels: around(0.9) }],
  ])('%s', (won, accuracies) => expect(outcome(found(accuracies))).toBe(won));

  it('are not compared while one of them is missing', () => {
    const { figures: _, ...rest } = found({ pretrained: around(0.8), ...low });
    expect(outcome({ ...rest, figures: {} })).toBeNull();
  });

  it('are told with their figures', () =>
    expect(words(found({ pretrained: around(0.8), ...low }))).toMatch(/pretrained base 80\.0\s%.*scratch 50\.0\s%/));
});

describe('the sweep', () => {
  const point = (rate: number, mean: number, gain: Estimate) => ({
    rate,
    training: interval(0.9, 1),
    validation: interval(mean - 0.02, mean + 0.02),
    gap: interval(0.1, 0.2),
    gain,
    isIdentical: false,
  });
  const of = (...means: readonly (readonly [number, Estimate])[]) =>
    foundInSweep(
      means.map(([mean, gain], i) => point(i / 10, mean, gain)),
      5,
    );
  const none = interval(0, 0);
  const { outcome } = predictionOf('dropout-rates');

  it.each([
    ['middle', of([0.7, none], [0.8, interval(0.05, 0.15)], [0.5, interval(-0.3, -0.1)])],
    ['most', of([0.7, none], [0.8, interval(0.05, 0.15)], [0.9, interval(0.1, 0.3)])],
    ['none', of([0.8, none], [0.7, interval(-0.2, -0.05)], [0.5, interval(-0.4, -0.2)])],
    ['cannot-tell', of([0.8, none], [0.79, interval(-0.06, 0.04)], [0.5, interval(-0.4, -0.2)])],
    ['cannot-tell', of([0.79, none], [0.8, interval(-0.05, 0.07)], [0.5, interval(-0.4, -0.2)])],
  ])('%s', (best, found) => expect(outcome(found)).toBe(best));

  it('is not read out of anything else', () => expect(outcome(trainingWith({}))).toBeNull());
});

describe('figures of a training', () => {
  /** Two seeds without, two with dropout. */
  const epoch = (losses: readonly [number, number, number, number]) =>
    losses.map((loss, k) => run(score(k < 2 ? 1 : 0.8, 0.1), score(k < 2 ? 0.6 : 0.7, loss), score(0.5, 1)));

  it('are those of its last epoch, and the rise of the loss is since its lowest', () => {
    const history = historyOf(epoch([1, 1, 1, 1]), epoch([0.5, 0.7, 0.9, 0.9]), epoch([1.5, 1.3, 0.8, 0.8]));
    const found = foundInTraining({ ...evidence(3), history }, nothing);
    expect(found?.figures['training/without']?.mean).toBe(1);
    expect(found?.figures['validation/change']?.mean).toBeCloseTo(0.1, 12);
    expect(found?.figures['rise/without']?.mean).toBeCloseTo(0.8, 12);
    expect(found?.figures['rise/with']?.mean).toBeCloseTo(0, 12);
    expect(found?.figures['ahead/with']?.mean).toBeCloseTo(0.2, 12);
    expect(found?.figures['restored/with']?.mean).toBeCloseTo(0.3, 12);
    expect(found?.figures['half/change']).toBeUndefined();
  });

  it('are none before the first epoch', () => expect(foundInTraining(evidence(), nothing)).toBeNull());

  it('have the knock-out test at the share nearest to one half', () => {
    const at = [interval(0.7, 0.8), interval(0.5, 0.6), interval(0.3, 0.4)];
    const found = foundInTraining(
      { ...evidence(1), history: historyOf(epoch([1, 1, 1, 1])) },
      {
        similarity: null,
        knockOut: {
          epoch: 1,
          removed: [0, 15, 32],
          shares: [0, 0.47, 1],
          hidden: 32,
          arms: [at, at],
          difference: [interval(0, 0.1), interval(0.2, 0.3), interval(0, 0)],
          draws: 20,
          seeds: 2,
          allSeeds: 2,
          isIdentical: false,
          isOneSplit: false,
          validationGroups: null,
          chance: 1 / 3,
        },
      },
    );
    expect(found?.figures['half/change']).toEqual(interval(0.2, 0.3));
  });
});

test.each([
  [interval(0.1, 0.2), 'up'],
  [interval(-0.2, -0.1), 'down'],
  [interval(-0.1, 0.1), 'cannot tell'],
  [interval(0, 0.1), 'cannot tell'],
  [undefined, null],
] as const)('%j points %s', (e, direction) => expect(directionOf(e)).toBe(direction));
