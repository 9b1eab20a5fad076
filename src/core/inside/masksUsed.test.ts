import { expect, it } from 'vitest';
import { droppedCount, masksUsed } from './masksUsed';

it('gives each picture of a step its own masks', () => {
  const [first, second] = masksUsed({
    featureMask: Float32Array.of(0, 2, 2, 2, 0, 0),
    hiddenMask: Float32Array.of(0, 2, 2, 2),
    labels: Int32Array.of(0, 1),
  });
  expect([[...(first?.features ?? [])], [...(first?.hidden ?? [])]]).toEqual([
    [0, 2, 2],
    [0, 2],
  ]);
  expect(droppedCount(second?.features ?? new Float32Array())).toBe(2);
});
