import { expect, it } from 'vitest';
import { headShape } from './headShape';
import { headSize } from './headSize';

it.each([
  [120, 32, 3],
  [600, 0, 4],
  [1, 1, 2],
])('counts what the head really has: %i features, %i hidden, %i classes', (features, hidden, classes) => {
  expect(headSize(features, hidden, classes)).toBe(headShape(features, hidden, classes).size);
});
