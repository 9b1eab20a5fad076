import { describe, expect, it } from 'vitest';
import { samplingHalfWidth } from '../statistics';
import { compareEntries } from './comparison';
import type { LogEntry } from './logEntry';
import { logEntry } from './logEntry.fixture';

const first = logEntry({ id: 'a', number: 1 });

/** The same seeds and pictures, another rate: with dropout 6 and 8 points better, without it the same. */
const second = logEntry({
  id: 'b',
  number: 2,
  set: { dropout: 0.3 },
  scores: [
    [0.7, 0.86],
    [0.72, 0.86],
  ],
});

describe('two experiments', () => {
  it('with the same pictures, split and seeds are paired by seed', () => {
    const { isPaired, sides, sentences } = compareEntries(first, second);
    expect(isPaired).toBe(true);
    // t(0.975, 1) = 12.706; the sd of two pictures in a hundred over sqrt(2) is 0.01 sqrt(2).
    const half = (12.7062 * Math.SQRT2 * 0.01) / Math.SQRT2;
    expect(sides[1]?.difference?.mean).toBeCloseTo(0.07, 12);
    expect(sides[1]?.difference).toMatchObject({ n: 2, low: expect.closeTo(0.07 - half, 4) as number });
    expect(sides[1]?.sentence).toContain('Cannot tell');
    expect(sides[0]?.sentence).toBe('Every pair of runs has the same validation accuracy.');
    expect(sentences[0]).toBe('Only one thing differs: Dropout rate (0.5, then 0.3).');
  });

  it('on one split have intervals that allow for the choice of its pictures', () => {
    const scores = Array.from({ length: 5 }, () => [0.7, 0.8] as const);
    const better = Array.from({ length: 5 }, () => [0.7, 0.9] as const);
    const [one, other] = [logEntry({ scores, fixed: true }), logEntry({ scores: better, fixed: true })];
    const { sides, pairing } = compareEntries(one, other);
    const difference = sides[1]?.difference;
    const half = difference?.kind === 'interval' ? (difference.high - difference.low) / 2 : 0;
    expect(half).toBeGreaterThan(samplingHalfWidth(0.8, 0.9, 100));
    expect(pairing).toContain('not other splits');
    expect(sides[1]?.sentence).toMatch(
      /^On this one split, validation accuracy is 10\.0 points higher in Experiment 1/,
    );
  });

  it('count the groups of their pictures, and pictures where an older entry does not know of groups', () => {
    const scores = (right: number) => Array.from({ length: 5 }, () => [0.7, right] as const);
    const groups = [25, 25, 25, 25];
    const [one, other] = [0.8, 0.9].map((right) => logEntry({ scores: scores(right), fixed: true, groups }));
    if (!one?.verdict || !other?.verdict) throw new Error('There is no verdict.');
    const { validationGroups, ...older } = one.verdict;
    expect(validationGroups).toEqual({ pictures: 100, groups: 4, independent: 4, common: 1 });
    const half = (first: LogEntry, second: LogEntry) => {
      const difference = compareEntries(first, second).sides[1]?.difference;
      return difference?.kind === 'interval' ? (difference.high - difference.low) / 2 : Number.NaN;
    };
    expect(half(one, other)).toBeGreaterThan(samplingHalfWidth(0.8, 0.9, 4));
    expect(compareEntries(one, other).pairing).toContain('in 4 groups of pictures that belong together');
    expect(half({ ...one, verdict: older }, other)).toBe(half(one, other));
    const { validationGroups: _, ...others } = other.verdict;
    const [before, after] = [
      { ...one, verdict: older },
      { ...other, verdict: others },
    ];
    expect(half(before, after)).toBeLessThan(samplingHalfWidth(0.8, 0.9, 4));
    expect(half(before, after)).toBeGreaterThan(samplingHalfWidth(0.8, 0.9, 100));
    expect(compareEntries(before, after).pairing).not.toContain('groups of pictures');
  });

  it('with other pictures are not compared by their numbers', () => {
    const { isPaired, pairing, sides } = compareEntries(first, { ...second, picturesDigest: 'other' });
    expect(isPaired).toBe(false);
    expect(pairing).toContain('Not comparable');
    expect(sides.map(({ difference }) => difference)).toEqual([null, null]);
  });

  it.each([
    ['another training share', logEntry({ set: { split: 0.5 } }), 'training share'],
    ['no seed in common', logEntry({ set: { seed: 9 } }), 'no seed in common'],
    ['seeds that overlap', logEntry({ set: { seed: 2 } }), 'share only 1 seed of the 2 and 2'],
    ['no epoch', logEntry({ epochs: 0 }), 'has no epoch'],
  ])('get no interval with %s', (_, other, words) => {
    const { isPaired, pairing, sides } = compareEntries(first, other);
    expect(isPaired).toBe(false);
    expect(pairing).toContain(words);
    expect(sides.every(({ difference }) => difference === null)).toBe(true);
  });

  it('are paired over the seeds that both have, where those are all of one', () => {
    const scores = [
      [0.7, 0.8],
      [0.72, 0.78],
      [0.5, 0.1],
    ] as const;
    const { isPaired, sides } = compareEntries(first, logEntry({ scores, set: { dropout: 0.3 } }));
    expect(isPaired).toBe(true);
    expect(sides[1]?.difference).toMatchObject({ n: 2, mean: 0 });
  });

  it('of one seed have no interval', () => {
    const [one, other] = [logEntry({ scores: [[0.7, 0.8]] }), logEntry({ scores: [[0.7, 0.9]] })];
    const { sides, pairing } = compareEntries(one, other);
    expect(sides[1]?.difference).toMatchObject({ kind: 'single' });
    expect(sides[1]?.sentence).toContain('which proves nothing');
    expect(pairing).toContain('One pair proves nothing');
  });

  it('without any known difference are said to repeat only where they did', () => {
    const words = (other: typeof first) => compareEntries(first, other).sentences[0];
    expect(words({ ...first, id: 'c' })).toBe(
      'Nothing differs between the two, and the same seeds gave the same numbers again.',
    );
    const other = first.runs.map((run, i) => (i === 0 ? { ...run, validationLoss: run.validationLoss + 1e-9 } : run));
    expect(words({ ...first, runs: other })).toContain('and yet their numbers do');
    expect(words({ ...first, epochsDone: 1, phase: 'stopped' })).toBe(
      'Only one thing differs: Epochs that came (2, then 1).',
    );
  });

  it('that lack a run or a side are compared by what there is', () => {
    const torn = { ...second, runs: second.runs.filter(({ seed, arm }) => seed === 1 || arm === 'without dropout') };
    expect(compareEntries(first, torn).sides[1]?.difference).toMatchObject({ kind: 'single', n: 1 });
    expect(compareEntries(torn, first).sides[0]?.difference).toMatchObject({ n: 2 });
    const oneSided = { ...second, runs: second.runs.slice(0, 2), curves: second.curves.slice(0, 1) };
    expect(compareEntries(first, oneSided).sides[1]).toMatchObject({ difference: null, sentence: 'No figure yet.' });
  });

  it('that were cut short say so, and several differences leave the cause open', () => {
    const other = logEntry({ number: 7, set: { dropout: 0.3, hidden: 8, epochs: 9 }, phase: 'stopped' });
    const { sentences } = compareEntries(first, other);
    expect(sentences[0]).toContain('3 things differ');
    expect(sentences[1]).toContain('Experiment 7 at epoch 2 of 9');
  });
});
