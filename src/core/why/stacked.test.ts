import { expect, test } from 'vitest';
import type { Dataset } from '../experiment';
import { onNetwork, stackedDataset } from './stacked';

const seenBy = (first: number): Dataset => ({
  classNames: ['a', 'b'],
  pictureIds: ['p', 'q', 'r'],
  labels: Int32Array.of(0, 1, 1),
  features: Float32Array.of(first, first + 1, first + 2),
  copies: new Int32Array(),
  dimension: 1,
});

test('a trial on network j finds that network’s features of the same pictures', () => {
  const stacked = stackedDataset([seenBy(0), seenBy(10), seenBy(20)]);
  const trial = {
    seed: 1,
    training: Int32Array.of(0, 2),
    validation: Int32Array.of(1),
    copies: new Int32Array(),
    givenLabels: Int32Array.of(0, 1, 0),
  };
  const on = onNetwork(trial, 2, 3, 3);
  const features = (rows: Int32Array) => Array.from(rows, (row) => stacked.features[row]);
  expect(features(on.training)).toEqual([20, 22]);
  expect(features(on.validation)).toEqual([21]);
  expect(Array.from(on.training, (row) => on.givenLabels[row])).toEqual([0, 0]);
  expect([...stacked.labels]).toEqual([0, 1, 1, 0, 1, 1, 0, 1, 1]);
  expect(new Set(stacked.pictureIds).size).toBe(9);
});

test('nothing cannot be stacked', () => expect(() => stackedDataset([])).toThrow(RangeError));
