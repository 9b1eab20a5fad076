import { expect, test } from 'vitest';
import { shownUnits } from './shownUnits';

const gone = (units: number, rate: number, draw = 0) =>
  shownUnits(units, 10, rate, draw).dropped.filter(Boolean).length;

test('draws what fits and counts the rest', () => {
  expect(shownUnits(32, 10, 0, 0)).toEqual({ dropped: Array.from({ length: 10 }, () => false), more: 22 });
  expect(shownUnits(4, 10, 0, 0).more).toBe(0);
  expect(shownUnits(0, 10, 0.5, 0)).toEqual({ dropped: [], more: 0 });
});

test('drops the share that the rate says', () => {
  expect(gone(32, 0)).toBe(0);
  expect(gone(32, 0.5)).toBe(5);
  expect(gone(32, 0.9)).toBe(9);
});

test('one draw is always the same, and another draw drops others', () => {
  expect(shownUnits(32, 10, 0.5, 3)).toEqual(shownUnits(32, 10, 0.5, 3));
  const draws = new Set(Array.from({ length: 8 }, (_, draw) => shownUnits(32, 10, 0.5, draw).dropped.join()));
  expect(draws.size).toBeGreaterThan(4);
});
