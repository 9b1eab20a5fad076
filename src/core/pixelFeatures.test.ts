import { expect, test } from 'vitest';
import { averagedPixels } from './pixelFeatures';

test('each square is the mean of its pixels, colour by colour', () => {
  // 4 x 4 pixels; the left half red, the right half black, but for one green pixel at its bottom.
  const pixels = new Uint8Array(4 * 4 * 3);
  for (let y = 0; y < 4; y++) for (let x = 0; x < 2; x++) pixels[(y * 4 + x) * 3] = 255;
  pixels[(3 * 4 + 3) * 3 + 1] = 255;
  expect([...averagedPixels(pixels, 2)]).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0.25, 0]);
});

test('a grid that does not fit is refused', () => {
  expect(() => averagedPixels(new Uint8Array(4 * 4 * 3), 3)).toThrow(RangeError);
});
