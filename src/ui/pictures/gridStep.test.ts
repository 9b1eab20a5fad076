import { expect, test } from 'vitest';
import { gridStep } from './gridStep';

// 0 1 2 3
// 4 5 6 7
// 8 9
test.each([
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 4, 3],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 7, null],
  ['ArrowUp', 9, 5],
  ['ArrowUp', 2, null],
  ['ArrowLeft', 0, null],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['End', 9, null],
  ['a', 5, null],
])('%s from %i leads to %s', (key, at, to) => {
  expect(gridStep(key, at, 10, 4)).toBe(to);
});
