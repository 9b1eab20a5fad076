import { expect, it } from 'vitest';
import { spreadLabels } from './labels';

it('leaves labels that have room where they are', () => {
  expect(spreadLabels([100, 10, 50], 18, 0, 200)).toEqual([100, 10, 50]);
});

it('moves touching labels apart evenly, in order and inside', () => {
  expect(spreadLabels([50, 50, 50], 18, 0, 200)).toEqual([32, 50, 68]);
  expect(spreadLabels([2, 4], 18, 0, 200)).toEqual([0, 18]);
  expect(spreadLabels([199, 198, 120], 18, 0, 200)).toEqual([200, 182, 120]);
});
