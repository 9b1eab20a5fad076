import { expect, test } from 'vitest';
import { fixedStandardiser, pixelStandardiser, withStatistics } from './fixedStatistics';

test('mean 0 and deviation 1 on the pictures that it is made of; a feature that hardly moves is not blown up', () => {
  // Four pictures, three features: one moves by 2, one by 4, one by 1e-3.
  const rows = [-2, 2, -2, 2].map((v) => [v, 2 * v + 10, v / 2000]);
  const { shift, scale } = fixedStandardiser(Float32Array.from(rows.flat()), 3);
  expect([...shift]).toEqual([0, 10, expect.closeTo(0, 6)]);
  expect(scale[0]).toBeCloseTo(1 / 2, 6);
  expect(scale[1]).toBeCloseTo(1 / 4, 6);
  // A tenth of the median deviation, which is 2.
  expect(scale[2]).toBeCloseTo(1 / 0.2, 5);
});

test('pixels from -2 to 2, and a dataset that keeps everything else', () => {
  const dataset = {
    classNames: ['a', 'b'],
    pictureIds: ['p'],
    labels: Int32Array.of(0),
    features: Float32Array.of(0, 0.5, 1),
    copies: new Int32Array(),
    dimension: 3,
  };
  const scaled = withStatistics(dataset, pixelStandardiser(3));
  expect([...scaled.features]).toEqual([-2, 0, 2]);
  expect({ ...scaled, features: dataset.features }).toEqual(dataset);
});

test('features that never move neither count for the median nor are blown up', () => {
  // Two live features beside three dead ones.
  const rows = [-1, 1].map((v) => [0.01 * v, 0.02 * v, 0, 0, 5]);
  const { scale } = fixedStandardiser(Float32Array.from(rows.flat()), 5);
  expect(scale[0]).toBeCloseTo(100, 2);
  expect(scale[1]).toBeCloseTo(50, 2);
  // A tenth of the median of the two live ones, 0.015.
  expect(scale[2]).toBeCloseTo(1 / 0.0015, 0);
});
