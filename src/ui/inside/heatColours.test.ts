import { expect, it } from 'vitest';
import { heatNumbers, heatPixels } from './heatColours';

it('covers the ground by the size, in the hue of the sign', () => {
  const pixels = heatPixels(Float32Array.of(0, 1, -1, 0.5));
  expect([pixels[3], pixels[7], pixels[11], pixels[15]]).toEqual([0, 255, 255, 128]);
  expect(pixels.slice(4, 7)).not.toEqual(pixels.slice(8, 11));
});

it('counts pairs without the diagonal', () => {
  const matrix = Float32Array.of(1, 0.75, -0.75, 0.75, 1, 0.25, -0.75, 0.25, 1);
  const numbers = heatNumbers(matrix, 3);
  expect(numbers.mean).toBeCloseTo(1.75 / 3);
  expect([numbers.lowest, numbers.highest]).toEqual([-0.75, 0.75]);
  expect([numbers.alike, numbers.opposite]).toEqual([1 / 3, 1 / 3]);
});
