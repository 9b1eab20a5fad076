import { expect, it } from 'vitest';
import { jointMap } from './jointMap';
import { mapSummary } from './mapSummary';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const part = (side: number, ...values: readonly number[]) => ({ side, values: Float64Array.from(values) });

it('one part is itself', () => {
  expect(jointMap([part(2, 1, 2, 3, 4)])).toEqual(part(2, 1, 2, 3, 4));
});

it.each([3, 4, 7])('a coarser part keeps its sum at %i positions', (to) => {
  const fine = part(to, ...Array.from({ length: to * to }, () => 0));
  const joint = jointMap([fine, part(2, 5, -1, 2, 0.5)]);
  expect(joint.side).toBe(to);
  expect(sum(joint.values)).toBeCloseTo(6.5, 12);
});

it('is bilinear: a quarter and three quarters between two centres', () => {
  const joint = jointMap([part(4, ...Array.from({ length: 16 }, () => 0)), part(2, 4, 8, 4, 8)]);
  expect(Array.from(joint.values).slice(4, 8)).toEqual([1, 1.25, 1.75, 2]);
});

it('a summary names the ninth with the most, and how much is there', () => {
  const values = Array.from({ length: 9 }, (_, at) => ({ 2: 6, 4: 3, 6: 1, 7: -5 })[at] ?? 0);
  expect(mapSummary({ side: 3, values: Float64Array.from(values) })).toEqual({
    forIt: 10,
    against: -5,
    place: [0, 2],
    share: 0.6,
    middle: 0.3,
  });
});

it('a position across a border counts on both sides by its area', () => {
  // Of the left upper quarter, (2/3)^2 lies in the left upper ninth, and (1/3)^2 in the middle one.
  const { place, share, middle } = mapSummary({ side: 2, values: Float64Array.of(9, 0, 0, 0) });
  expect(place).toEqual([0, 0]);
  expect(share).toBeCloseTo(4 / 9, 12);
  expect(middle).toBeCloseTo(1 / 9, 12);
});

it('where nothing speaks for it, there is no place', () => {
  expect(mapSummary({ side: 2, values: Float64Array.of(-1, 0, -2, 0) })).toMatchObject({
    forIt: 0,
    against: -3,
    place: null,
  });
});
