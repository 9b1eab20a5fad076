import { describe, expect, it } from 'vitest';
import { nearestOf } from './nearest';
import { standardised } from './standardise';

const rows = (...all: readonly (readonly number[])[]) => all.map((row) => Float32Array.from(row));
const ones = Float32Array.of(1, 1);

describe('nearestOf', () => {
  it('gives the nearest first, and no more than were asked for', () => {
    const found = nearestOf(Float32Array.of(0, 0), rows([3, 4], [1, 0], [0, 2], [9, 9]), ones, 3);
    expect(found).toEqual([
      { index: 1, distance: 1 },
      { index: 2, distance: 2 },
      { index: 0, distance: 5 },
    ]);
  });

  it('measures in standardised features, whatever they are shifted by', () => {
    const standardiser = { shift: Float32Array.of(5, -3), scale: Float32Array.of(0.5, 4) };
    const [a, b] = rows([2, 7], [8, 6.5]);
    if (!a || !b) throw new RangeError('Two rows are needed.');
    const [x, y] = [standardised(a, standardiser), standardised(b, standardiser)];
    const byHand = Math.hypot((x[0] ?? 0) - (y[0] ?? 0), (x[1] ?? 0) - (y[1] ?? 0));
    expect(nearestOf(a, [b], standardiser.scale, 3)[0]?.distance).toBeCloseTo(byHand, 6);
  });

  it('takes the first of equally near ones, and all where there are fewer', () => {
    const found = nearestOf(Float32Array.of(0, 0), rows([1, 0], [0, 1], [-1, 0]), ones, 2);
    expect(found.map(({ index }) => index)).toEqual([0, 1]);
    expect(nearestOf(Float32Array.of(0, 0), rows([1, 0]), ones, 3)).toHaveLength(1);
    expect(nearestOf(Float32Array.of(0, 0), [], ones, 3)).toEqual([]);
  });
});
