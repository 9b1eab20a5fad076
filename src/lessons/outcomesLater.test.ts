import { describe, expect, it, test } from 'vitest';
import { experimentOf } from '../core/history.fixture';
import type { Estimate } from '../core/statistics';
import { around, scattered } from '../core/why/outcomes.fixture';
import { originWith } from '../core/why/origin.fixture';
import { setUpsOf } from './answersOf';
import { measuredOf } from './claim';
import type { FigureName, Figures, Found } from './found';
import { foundInCuts, foundInSizes } from './foundInStudies';
import { lessons } from './lessons';
import { measured } from './measured';

const interval = (low: number, high: number): Estimate => ({
  kind: 'interval',
  mean: (low + high) / 2,
  low,
  high,
  n: 5,
});

function predictionOf(id: string) {
  const prediction = lessons.flatMap(setUpsOf).find((setUp) => setUp.id === id)?.prediction;
  if (!prediction) throw new Error(`${id} predicts nothing.`);
  return prediction;
}

const trainingWith = (figures: Figures): Found => ({
  kind: 'training',
  evidence: {
    experiment: experimentOf(2, 2),
    history: [],
    phase: 'finished',
    labels: new Int32Array(300),
    noise: 0,
    splitFixed: false,
  },
  seeds: 5,
  figures,
});

test.each<readonly [string, Figures, string | null]>([
  [
    'how-many-few',
    { 'gap/without': interval(0.3, 0.4), 'gap/with': interval(0.1, 0.14), 'gap/change': interval(-0.3, -0.2) },
    'closes',
  ],
  [
    'how-many-few',
    { 'gap/without': interval(0.3, 0.4), 'gap/with': interval(0.28, 0.36), 'gap/change': interval(-0.05, -0.01) },
    'narrower',
  ],
  [
    'how-many-few',
    { 'gap/without': interval(0.3, 0.4), 'gap/with': interval(0.34, 0.44), 'gap/change': interval(0.01, 0.07) },
    'wider',
  ],
  [
    'how-many-few',
    { 'gap/without': interval(0.3, 0.4), 'gap/with': interval(0.3, 0.4), 'gap/change': interval(-0.02, 0.02) },
    'cannot-tell',
  ],
  ['how-many-few', {}, null],
  ['practical-style', { 'validation/without': interval(0.3, 0.36) }, 'guessing'],
  ['practical-style', { 'validation/without': interval(0.7, 0.74) }, 'less'],
  ['practical-style', { 'validation/without': interval(0.82, 0.86) }, 'more'],
  ['practical-style', { 'validation/without': interval(0.72, 0.8) }, 'cannot-tell'],
  ['practical-style', { 'validation/without': { kind: 'single', mean: 0.5, n: 1 } }, 'cannot-tell'],
  ['practical-mixed', { 'validation/without': interval(0.75, 0.79) }, 'lower'],
  ['practical-mixed', { 'validation/without': interval(0.88, 0.92) }, 'higher'],
  ['practical-mixed', { 'validation/without': interval(0.8, 0.85) }, 'cannot-tell'],
  ['practical-mixed', {}, null],
  ['practical-dots', { 'validation/without': interval(0.3, 0.36) }, 'guessing'],
  ['practical-dots', { 'validation/without': interval(0.5, 0.6) }, 'half'],
  ['practical-dots', { 'validation/without': interval(0.85, 0.9) }, 'mostly'],
  ['practical-odd', { 'validation/without': interval(0.52, 0.58) }, 'better'],
  ['practical-odd', { 'validation/without': interval(0.42, 0.48) }, 'worse'],
  ['practical-odd', { 'validation/without': interval(0.46, 0.55) }, 'cannot-tell'],
  ['practical-odd', { 'validation/without': { kind: 'single', mean: 0.7, n: 1 } }, 'cannot-tell'],
  ['tuning-little', { 'tuning/without': interval(0.01, 0.03) }, 'higher'],
  ['tuning-little', { 'tuning/without': interval(-0.02, 0.01) }, 'cannot-tell'],
  ['tuning-large', { 'tuning/without': interval(-0.3, -0.1) }, 'lower'],
  ['fool-heads', { 'validation/without': interval(0.97, 0.99) }, 'none'],
  ['fool-heads', { 'validation/without': interval(0.92, 0.94) }, 'few'],
  ['fool-heads', { 'validation/without': interval(0.8, 0.86) }, 'some'],
  ['fool-heads', { 'validation/without': interval(0.5, 0.6) }, 'half'],
  ['fool-heads', { 'validation/without': interval(0.3, 0.36) }, 'most'],
  ['fool-guessing', { 'loss/without': interval(1.5, 2.5) }, 'high'],
  ['fool-guessing', { 'loss/without': interval(0.4, 0.6) }, 'low'],
  ['fool-guessing', { 'loss/without': interval(0.6, 0.8) }, 'cannot-tell'],
  ['misconceptions-above', { 'gap/with': interval(-0.08, -0.02) }, 'validation'],
  ['misconceptions-above', { 'gap/with': interval(0.02, 0.08) }, 'training'],
  ['misconceptions-deleted', { 'restored/with': interval(0.1, 0.2) }, 'all'],
  ['misconceptions-deleted', { 'restored/with': interval(-0.2, -0.1) }, 'masks'],
  ['misconceptions-deleted', { 'restored/with': interval(-0.01, 0.02) }, 'cannot-tell'],
  ['misconceptions-deleted', { 'training/with': interval(0.7, 0.8), 'seen/with': interval(0.9, 0.95) }, null],
  ['misconceptions-too-much', { 'validation/change': interval(-0.3, -0.2) }, 'lower'],
  ['misconceptions-no-need', { 'validation/change': interval(-0.02, 0.01) }, 'cannot-tell'],
  ['misconceptions-no-need', { 'validation/change': interval(0.01, 0.02) }, 'higher'],
  ['misconceptions-epochs', { 'rise/without': interval(0.3, 0.5) }, 'above'],
  ['misconceptions-epochs', { 'rise/without': interval(0, 0) }, 'lowest'],
  ['misconceptions-epochs', { 'rise/without': interval(-0.1, 0.2) }, 'cannot-tell'],
  ['misconceptions-sure', { 'loss/without': interval(1.3, 1.7) }, 'high'],
  ['misconceptions-sure', { 'loss/without': interval(0.9, 1.05) }, 'low'],
  ['misconceptions-sure', { 'loss/without': interval(1, 1.2) }, 'cannot-tell'],
  ['misconceptions-sure', {}, null],
])('of %s, %j comes out as %s', (id, figures, outcome) => {
  const prediction = predictionOf(id);
  expect(prediction.outcome(trainingWith(figures))).toBe(outcome);
  expect([null, ...prediction.options.map((option) => option.id)]).toContain(outcome);
});

test.each([
  ['practical-mixed', 'lower'],
  ['practical-style', 'less'],
  ['practical-dots', 'mostly'],
  ['practical-odd', 'cannot-tell'],
  ['tuning-little', 'higher'],
  ['tuning-large', 'lower'],
  ['fool-heads', 'some'],
  ['fool-guessing', 'high'],
  ['misconceptions-above', 'validation'],
  ['misconceptions-deleted', 'all'],
  ['misconceptions-too-much', 'lower'],
  ['misconceptions-no-need', 'cannot-tell'],
  ['misconceptions-epochs', 'above'],
  ['misconceptions-sure', 'high'],
])('what the chapter says around %s is what was measured: %s', (id, outcome) => {
  // A Record forgets which names it was made of.
  const names = Object.keys(measured[id] ?? {}) as FigureName[];
  const figures = Object.fromEntries(names.map((name) => [name, measuredOf(id, name)]));
  expect(predictionOf(id).outcome(trainingWith(figures))).toBe(outcome);
});

test('more pictures narrow the interval, and the middle of the base counts dots best, as the chapters say', () => {
  const [one, all] = [1, 72].map((n) => measuredOf('how-many-sizes', `size/pretrained/${n}`));
  expect((one?.high ?? 0) - (one?.low ?? 0)).toBeGreaterThan((all?.high ?? 0) - (all?.low ?? 0));
  const [ten, most] = [10, 72].map((n) => ({
    scratch: measuredOf('how-many-sizes', `size/scratch/${n}`),
    transfer: measuredOf('how-many-sizes', `size/pretrained/${n}`),
  }));
  // "With ten the two intervals still overlap, with all of them they do not", and "only a few points".
  expect(ten?.scratch.high).toBeGreaterThan(ten?.transfer.low ?? Number.NaN);
  expect(most?.scratch.high).toBeLessThan(most?.transfer.low ?? Number.NaN);
  for (const pair of [ten, most]) expect((pair?.transfer.mean ?? 1) - (pair?.scratch.mean ?? 0)).toBeLessThan(0.06);
  expect(measuredOf('how-many-few', 'gap/with').low).toBeGreaterThan(
    measuredOf('how-many-few', 'gap/without').mean / 2,
  );
  expect(measuredOf('layers-dots', 'cut/8').low).toBeGreaterThan(measuredOf('layers-dots', 'cut/16').mean);
  // "A little behind bare pixels".
  expect(measuredOf('layers-cuts', 'cut/0').high).toBeLessThan(measuredOf('layers-cuts', 'cut/pixels').low);
  expect(measuredOf('layers-cuts', 'cut/0').mean).toBeGreaterThan(measuredOf('layers-cuts', 'cut/pixels').mean - 0.1);
  expect(measuredOf('layers-cuts', 'cut/8').low).toBeGreaterThan(measuredOf('layers-cuts', 'cut/0').high);
  // "The late blocks add only a few points".
  expect(measuredOf('layers-cuts', 'cut/15').mean - measuredOf('layers-cuts', 'cut/8').mean).toBeLessThan(0.06);
});

describe('few and many pictures', () => {
  const sizes = [1, 10, 72];
  const found = (transfer: number, scratch: readonly [one: number, ten: number, all: number], seeds = 4) =>
    foundInSizes({
      origin: originWith(seeds),
      sizes,
      points: sizes.flatMap((perClass, i) => [
        { way: 'pretrained' as const, perClass, accuracies: around(transfer).slice(0, seeds) },
        { way: 'scratch' as const, perClass, accuracies: around(scratch[i] ?? 0).slice(0, seeds) },
      ]),
    });
  const { outcome, words } = predictionOf('how-many-sizes');

  it.each([
    ['same', found(0.7, [0.4, 0.71, 0.75])],
    ['reached', found(0.7, [0.4, 0.5, 0.72])],
    ['beyond', found(0.7, [0.4, 0.5, 0.6])],
    [null, found(0.7, [0.4, 0.5, 0.6], 1)],
  ])('%s', (came, result) => expect(outcome(result)).toBe(came));

  it('are told with one, with ten and with all', () =>
    expect(words(found(0.7, [0.4, 0.5, 0.6]))).toMatch(/70\.0.*70\.0.*70\.0.*scratch 50\.0.*60\.0/));
});

describe('a head on every block', () => {
  const found = (accuracies: readonly number[], blocks = accuracies.length) =>
    foundInCuts({
      origin: originWith(4),
      blocks,
      chosen: blocks - 1,
      points: accuracies.map((mean, block) => ({ block, features: 8, accuracies: around(mean) })),
      pixels: around(0.5),
    });
  const { outcome, words } = predictionOf('layers-cuts');

  it.each([
    ['early', found([0.6, 0.8, 0.5, 0.5, 0.4, 0.4])],
    ['middle', found([0.4, 0.5, 0.6, 0.8, 0.7, 0.6])],
    ['late', found([0.4, 0.5, 0.6, 0.6, 0.7, 0.8])],
    [null, found([0.4, 0.5], 6)],
  ])('%s', (came, result) => expect(outcome(result)).toBe(came));

  it('does not choose between blocks that chance alone could part', () => {
    const result = found([0.6, 0.6, 0.6, 0.6, 0.6, 0.6]);
    if (result.kind !== 'cuts') throw new Error('These are no cuts.');
    const points = result.result.points.map((point) =>
      point.block === 5 ? { ...point, accuracies: scattered(0.65) } : point,
    );
    expect(outcome(foundInCuts({ ...result.result, points }))).toBe('cannot-tell');
  });

  it('names the block that came out highest, counted from one', () =>
    expect(words(found([0.4, 0.5, 0.6, 0.8, 0.7, 0.6]))).toMatch(/block 4\.$/));
});
