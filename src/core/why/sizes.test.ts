import { describe, expect, test } from 'vitest';
import { originWith } from './origin.fixture';
import { reachOf, sizesUpTo, type SizesResult } from './sizes';
import type { WayId } from './ways';

describe('sizesUpTo', () => {
  test.each([
    [1, [1]],
    [2, [1, 2]],
    [5, [1, 2, 5]],
    [36, [1, 2, 5, 10, 20, 36]],
    // 40 and 42 would be trained twice for nearly the same.
    [42, [1, 2, 5, 10, 20, 42]],
    [60, [1, 2, 5, 10, 20, 40, 60]],
  ])('up to %i', (most, sizes) => expect(sizesUpTo(most)).toEqual(sizes));
});

/** Four seeds around each mean, scattered so little that a difference of 0.05 is told. */
const seeds = (mean: number) => [mean - 0.005, mean + 0.005, mean - 0.01, mean + 0.01];

function resultOf(curves: Readonly<Partial<Record<WayId, readonly number[]>>>, own = seeds): SizesResult {
  const sizes = [1, 5, 10, 20];
  return {
    origin: originWith(4),
    sizes,
    points: (['pretrained', 'random', 'scratch', 'pixels'] as const).flatMap((way) =>
      sizes.flatMap((perClass, i) => {
        const mean = curves[way]?.[i];
        return mean === undefined ? [] : [{ way, perClass, accuracies: own(mean) }];
      }),
    ),
  };
}

describe('reachOf', () => {
  test('the first number from which on the other way is not clearly below', () => {
    const reach = reachOf(
      resultOf({ pretrained: [0.6, 0.8, 0.85, 0.9], scratch: [0.5, 0.6, 0.7, 0.82] }),
      5,
      'scratch',
    );
    expect(reach).toMatchObject({ kind: 'reached', perClass: 20, before: 10 });
  });

  test('beyond this set, with how much is missing', () => {
    const reach = reachOf(resultOf({ pretrained: [0.6, 0.8, 0.85, 0.9], scratch: [0.5, 0.5, 0.5, 0.6] }), 5, 'scratch');
    expect(reach).toMatchObject({ kind: 'beyond', perClass: 20, difference: { mean: expect.closeTo(-0.2, 6) } });
  });

  test('no advantage where as many pictures do as well', () => {
    const reach = reachOf(resultOf({ pretrained: [0.5, 0.6, 0.7, 0.8], pixels: [0.5, 0.6, 0.7, 0.8] }), 5, 'pixels');
    expect(reach?.kind).toBe('no advantage');
  });

  test('one lucky number in between is not taken for the answer', () => {
    const reach = reachOf(resultOf({ pretrained: [0.6, 0.8, 0.9, 0.9], scratch: [0.4, 0.5, 0.8, 0.6] }), 5, 'scratch');
    expect(reach?.kind).toBe('beyond');
  });

  test('a difference within the scatter is not called too few', () => {
    const wide = (mean: number) => [mean - 0.2, mean + 0.2, mean - 0.1, mean + 0.1];
    const noisy = resultOf({ pretrained: [0.6, 0.8, 0.85, 0.9] });
    const scratch = resultOf({ scratch: [0.5, 0.72, 0.74, 0.76] }, wide);
    expect(reachOf({ ...noisy, points: [...noisy.points, ...scratch.points] }, 5, 'scratch')?.kind).toBe(
      'no advantage',
    );
  });

  test('one seed says nothing, and missing points wait', () => {
    const one = (mean: number) => [mean];
    expect(reachOf(resultOf({ pretrained: [0.6, 0.8], scratch: [0.5, 0.6] }, one), 5, 'scratch')?.kind).toBe(
      'one seed',
    );
    expect(reachOf(resultOf({ pretrained: [0.6, 0.8], scratch: [0.5] }), 5, 'scratch')).toBeNull();
  });
});
