import { describe, expect, it } from 'vitest';
import { nearestPoint, spreadOut, stepTo, toUnitSquare } from './mapPoints';

describe('points in the unit square', () => {
  it('keep their proportions, are centred, and stand the right way up', () => {
    // 4 wide, 2 high: the height takes the middle half.
    expect([...toUnitSquare([-1, 5, 3, 7, 1, 6])]).toEqual([0, 0.75, 1, 0.25, 0.5, 0.5]);
  });

  it('lie in the middle when they all coincide', () => {
    expect([...toUnitSquare([2, 2, 2, 2])]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });
});

describe('going from point to point', () => {
  const points = Float32Array.of(0.5, 0.5, 0.9, 0.6, 0.6, 0.8, 0.5, 0.1, 0.3, 0.35);

  it('goes to the nearest in the quarter that the arrow points into', () => {
    expect(stepTo(points, 0, 'right')).toBe(1);
    expect(stepTo(points, 0, 'down')).toBe(2);
    expect(stepTo(points, 0, 'up')).toBe(3);
    expect(stepTo(points, 0, 'left')).toBe(4);
    expect(stepTo(points, 1, 'right')).toBeNull();
  });

  it('finds what is nearest to a place, within reach', () => {
    expect(nearestPoint(points, 0.52, 0.5)).toBe(0);
    expect(nearestPoint(points, 1, 0)).not.toBeNull();
    expect(nearestPoint(points, 1, 0, 0.1)).toBeNull();
    expect(nearestPoint(new Float32Array(0), 0.5, 0.5)).toBeNull();
  });
});

it('spreads out: no two too near, and none left out that had room', () => {
  const points = Float32Array.from({ length: 400 }, (_, i) => ((i * 7919) % 1009) / 1009);
  const near = (a: number, b: number) =>
    Math.max(
      Math.abs((points[2 * a] ?? 0) - (points[2 * b] ?? 0)),
      Math.abs((points[2 * a + 1] ?? 0) - (points[2 * b + 1] ?? 0)),
    ) < 0.1;
  const taken = spreadOut(points, 0.1);
  for (const a of taken) expect(taken.filter((b) => near(a, b))).toEqual([a]);
  for (let i = 0; i < 200; i++) expect(taken.some((b) => near(i, b))).toBe(true);
  expect(taken[0]).toBe(0);
});
