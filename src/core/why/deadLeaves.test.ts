import { expect, test } from 'vitest';
import { deadLeaves } from './deadLeaves';

const pictures = [0, 1, 2, 3].map((index) => deadLeaves(index, 64));

test('the same index is the same picture, another is another', () => {
  expect(deadLeaves(2, 64)).toEqual(pictures[2]);
  expect(pictures[0]).not.toEqual(pictures[1]);
});

test('areas and edges, and hardly a gap', () => {
  for (const pixels of pictures) {
    let equal = 0;
    let grey = 0;
    for (let at = 0; at < 64 * 64; at++) {
      const same = at % 64 > 0 && [0, 1, 2].every((c) => pixels[at * 3 + c] === pixels[at * 3 - 3 + c]);
      if (same) equal++;
      if ([0, 1, 2].every((c) => pixels[at * 3 + c] === 128)) grey++;
    }
    expect(equal / 64 ** 2).toBeGreaterThan(0.6);
    expect(equal / 64 ** 2).toBeLessThan(0.99);
    expect(grey / 64 ** 2).toBeLessThan(0.1);
  }
});
