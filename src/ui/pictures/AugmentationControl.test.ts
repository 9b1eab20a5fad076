import { expect, test } from 'vitest';
import { augmentationWords } from './AugmentationControl';

test.each([
  [0, 15, 'none'],
  [1, 15, '1 altered copy of each training picture, turned by up to 15°'],
  [4, 0, '4 altered copies of each training picture, flipped only'],
])('%d copies turned by %d degrees are %j', (copies, rotation, words) =>
  expect(augmentationWords(copies, rotation)).toBe(words),
);
