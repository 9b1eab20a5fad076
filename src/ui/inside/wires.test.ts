import { describe, expect, it } from 'vitest';
import { bucketOf, wiresBetween } from './wires';

const layer = (x: number, dropped: readonly boolean[]) => ({
  at: [
    { x, y: 0 },
    { x, y: 10 },
  ],
  dropped,
});
const weights = Float32Array.of(1, -1, 0.01, 0.5);

describe('the thickness of a weight', () => {
  it('grows with its share of the scale', () => {
    expect([0.1, 0.3, 0.5, 0.9].map((w) => bucketOf(w, 1))).toEqual([0, 1, 2, 3]);
    expect([0.1, 0.3, 0.5, 0.9].map((w) => bucketOf(-2 * w, 2))).toEqual([0, 1, 2, 3]);
  });
  it('stays the thickest above the scale', () => expect(bucketOf(3, 1)).toBe(3));
  it('is none for what is tiny or not a number', () => {
    expect([0.05, -0.05, 0, Number.NaN].map((w) => bucketOf(w, 1))).toEqual([null, null, null, null]);
    expect(bucketOf(0, 0)).toBeNull();
  });
});

describe('lines between two layers', () => {
  it('are one path for each sign and thickness', () => {
    expect(wiresBetween(layer(0, []), layer(5, []), weights, 1)).toEqual([
      { sign: 'negative', bucket: 3, d: 'M0 0L5 10' },
      { sign: 'positive', bucket: 2, d: 'M0 10L5 10' },
      { sign: 'positive', bucket: 3, d: 'M0 0L5 0' },
    ]);
  });
  it('are none of and to a dropped unit', () => {
    const all = (from: readonly boolean[], to: readonly boolean[]) =>
      wiresBetween(layer(0, from), layer(5, to), weights, 1).map(({ d }) => d);
    expect(all([true, false], [])).toEqual(['M0 10L5 10']);
    expect(all([], [false, true])).toEqual(['M0 0L5 0']);
    expect(all([true, true], [])).toEqual([]);
  });
  it('put many lines of one kind into one path', () => {
    const even = wiresBetween(layer(0, []), layer(5, []), Float32Array.of(1, 1, 1, 1), 1);
    expect(even.map(({ d }) => d)).toEqual(['M0 0L5 0M0 0L5 10M0 10L5 0M0 10L5 10']);
  });
});
