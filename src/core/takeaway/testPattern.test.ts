import { expect, it } from 'vitest';
import { testPattern } from './testPattern';

it('the test pattern tries the crop and what is transparent, and needs no scaling', () => {
  const { width, height, rgba } = testPattern(224);
  expect([width, height]).toEqual([280, 224]);
  const alpha = rgba.filter((_, i) => i % 4 === 3);
  expect(new Set(alpha)).toEqual(new Set([0, 255]));
  // Enough is drawn that a shifted or mirrored copy is another picture.
  const row = (y: number) => rgba.slice(4 * y * width, 4 * (y + 1) * width).join();
  expect(new Set(Array.from({ length: height }, (_, y) => row(y))).size).toBe(height);
});
