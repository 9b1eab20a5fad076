import { describe, expect, it } from 'vitest';
import { emptyCollection } from '../../core/collection';
import { defaultSettings } from '../../core/settings';
import type { CutsResult } from '../../core/why/cuts';
import { originWith } from '../../core/why/origin.fixture';
import { around, endingWith, oneSplit, scattered } from '../../core/why/outcomes.fixture';
import { notAsked, type Asked, type Recognised } from '../../core/why/practical';
import type { Origin } from '../../core/why/study';
import type { WayId, WaysResult } from '../../core/why/ways';
import { conditions, metWords, outcomeWords, type Evidence } from './practicalWords';

const nothing: Evidence = { asked: notAsked, taskA: null, own: 10, cuts: null, ways: null };

/** @param place of the condition. */
function condition(place: 0 | 1 | 2, evidence: Partial<Evidence>) {
  const found = conditions({ ...nothing, ...evidence })[place];
  if (!found) throw new Error('There are three.');
  return found;
}

const knows = (recognised: Recognised | null): Asked => ({
  phase: 'done',
  recognised,
  base: 'b',
  collection: emptyCollection,
});

it('nothing is met before it is measured', () => {
  const all = conditions(nothing);
  expect(all.map(({ met }) => met)).toEqual(['not measured', 'not measured', 'not measured']);
  expect(new Set(Object.values(metWords)).size).toBe(5);
});

describe('the same kind of input', () => {
  const commonest = [{ name: 'cat', pictures: 3 }];

  it.each([
    [notAsked, 'not measured', /Ask the base/],
    [{ phase: 'asking', done: 3, total: 9 }, 'not measured', /Ask the base/],
    [{ phase: 'failed', reason: 'x' }, 'not measured', /Ask the base/],
    [knows(null), 'not measured', /no answers of its own/],
    [knows({ isClassifier: false, looked: 8, known: 0, commonest: [] }), 'cannot tell', /In none of 8 pictures/],
    [
      knows({ isClassifier: false, looked: 8, known: 8, commonest }),
      'judge',
      /In 8 of 8 pictures .*cat \(3\).*If that is right/,
    ],
  ] as const)('is never decided by the base itself: %j', (asked, met, evidence) => {
    expect(condition(0, { asked })).toMatchObject({ met, evidence: expect.stringMatching(evidence) });
    expect(condition(0, { asked }).evidence).not.toMatch(/\b(right kind|same kind|is met|holds)\b/);
  });
});

describe('much more data', () => {
  const taskA = { words: '1,000 photos', pictures: 1000, kinds: 9 };

  it.each([
    [100, 'yes', /10 times as many; 10 times counts/],
    [20, 'yes', /50 times as many/],
    [500, 'no', /2 times as many/],
    [0, 'not measured', /no training pictures yet/],
  ] as const)('with %i pictures of one’s own: %s', (own, met, evidence) =>
    expect(condition(1, { taskA, own })).toMatchObject({ met, evidence: expect.stringMatching(evidence) }),
  );

  it('is not known of a base whose task is not', () =>
    expect(condition(1, { own: 10 })).toMatchObject({
      met: 'not measured',
      evidence: expect.stringContaining('not known here'),
    }));
});

describe('low-level features', () => {
  const cutsOf = (
    early: readonly number[],
    pixels: readonly number[] | null,
    origin: Origin = originWith(4),
  ): CutsResult => ({
    origin,
    blocks: 1,
    chosen: 0,
    points: [{ block: 0, features: 8, accuracies: early }],
    pixels,
  });

  it.each([
    ['above', cutsOf(around(0.8), around(0.6)), 'yes'],
    ['below', cutsOf(around(0.6), around(0.8)), 'no'],
    ['cannot tell', cutsOf(scattered(0.7), around(0.6)), 'cannot tell'],
    ['one split', cutsOf(around(0.65), around(0.6), oneSplit(4)), 'cannot tell'],
    ['one seed', cutsOf([0.9], [0.2], originWith(1)), 'cannot tell'],
  ] as const)('help only where the interval says so: %s', (_, cuts, met) => {
    const { met: said, evidence } = condition(2, { cuts });
    expect(said).toBe(met);
    // The figure stands by itself: the word is that of `met`.
    expect(evidence).toMatch(/^Block 1, early in the base, against bare pixels: [+−]?\d/);
    expect(evidence).not.toMatch(/help|better|worse|beats/);
  });

  it.each([
    ['pixels are not trained', cutsOf(around(0.8), null)],
    ['blocks are missing', { ...cutsOf(around(0.8), around(0.2)), blocks: 2 }],
  ])('wait where %s', (_, cuts) =>
    expect(condition(2, { cuts })).toMatchObject({
      met: 'not measured',
      evidence: expect.stringContaining('Train a head on every block'),
    }),
  );
});

describe('whether it pays', () => {
  const settings = { ...defaultSettings, epochs: 2 };
  const waysOf = (
    pretrained: readonly number[],
    scratch: readonly number[],
    origin: Origin = originWith(4, { settings }),
    epochs = 2,
  ): WaysResult => {
    const line = (way: WayId, accuracies: readonly number[], epochs: number) => ({
      way,
      trainable: 1,
      frozen: 1,
      preparing: 0,
      training: 0,
      history: endingWith(accuracies, epochs),
    });
    return { origin, lines: [line('pretrained', pretrained, 2), line('scratch', scratch, epochs)] };
  };
  const claims = /it pays here:|does not pay/;

  it.each([
    ['above', waysOf(around(0.8), around(0.6)), /^And it pays here: .*\+20\.0 points/],
    ['below', waysOf(around(0.6), around(0.8)), /^But it does not pay here: .*−20\.0 points/],
  ] as const)('is said where the interval says it: %s', (_, ways, words) =>
    expect(outcomeWords({ ways })).toMatch(words),
  );

  it.each([
    ['the seeds differ', waysOf(scattered(0.7), around(0.6)), /cannot be told/],
    ['nothing differs', waysOf(around(0.6), around(0.6)), /cannot be told/],
    ['other pictures could turn it', waysOf(around(0.65), around(0.6), oneSplit(4, { settings })), /cannot be told/],
    ['there is one seed', waysOf([0.9], [0.2], originWith(1, { settings })), /cannot be told/],
    ['a run failed', waysOf([0.9, 0.9, 0.9, Number.NaN], around(0.2)), /cannot be told/],
    ['a way is not through', waysOf(around(0.9), around(0.2), undefined, 1), /not measured yet/],
    ['nothing was trained', null, /not measured yet/],
  ] as const)('is not said where %s', (_, ways, words) => {
    expect(outcomeWords({ ways })).toMatch(words);
    expect(outcomeWords({ ways })).not.toMatch(claims);
  });
});
