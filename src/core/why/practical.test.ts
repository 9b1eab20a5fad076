import { describe, expect, test } from 'vitest';
import type { Recognition } from '../insight';
import { lowLevelHelps, moreData, recognisedIn, sameKind } from './practical';

const things = (...names: string[]): Recognition => ({
  kind: 'things',
  things: names.map((name) => ({ name, score: 0.4, box: [0, 0, 1, 1] })),
});

describe('what the base recognises', () => {
  test('counts pictures, not things', () => {
    const found = recognisedIn([things('cat', 'cat'), things('cat', 'dog'), things()]);
    expect(found).toEqual({
      isClassifier: false,
      looked: 3,
      known: 2,
      commonest: [
        { name: 'cat', pictures: 2 },
        { name: 'dog', pictures: 1 },
      ],
    });
  });

  test('a classifier’s unsure answer is none', () => {
    const kinds = (probability: number): Recognition => ({ kind: 'kinds', kinds: [{ name: 'tabby', probability }] });
    expect(recognisedIn([kinds(0.9), kinds(0.2)])).toMatchObject({ isClassifier: true, looked: 2, known: 1 });
  });

  test('a base without answers of its own', () => expect(recognisedIn([things('cat'), null])).toBeNull());

  test.each([
    [0, 'cannot tell'],
    [1, 'judge'],
    [10, 'judge'],
  ] as const)('%i of 10 known: %s', (known, met) =>
    expect(sameKind({ isClassifier: false, looked: 10, known, commonest: [] })).toBe(met),
  );
});

test('much more data is ten times as much', () => {
  const taskA = { words: '', pictures: 1000, kinds: 10 };
  expect(moreData(taskA, 100)).toEqual({ met: 'yes', factor: 10 });
  expect(moreData(taskA, 101).met).toBe('no');
  expect(moreData(null, 100).met).toBe('not measured');
  expect(moreData(taskA, 0).factor).toBeNull();
});

test('low-level features help only where the whole interval says so', () => {
  const e = (low: number, high: number) => ({ kind: 'interval', mean: (low + high) / 2, low, high, n: 5 }) as const;
  expect(lowLevelHelps(e(0.01, 0.2))).toBe('yes');
  expect(lowLevelHelps(e(-0.2, -0.01))).toBe('no');
  expect(lowLevelHelps(e(-0.01, 0.2))).toBe('cannot tell');
  expect(lowLevelHelps({ kind: 'single', mean: 0.2, n: 1 })).toBe('cannot tell');
  expect(lowLevelHelps(null)).toBe('not measured');
});
