import { describe, expect, it } from 'vitest';
import { droppedCount, masksUsed } from './masksUsed';

describe('masksUsed', () => {
  // Two pictures of three features and two hidden units; the first picture's middle feature is 0 of itself.
  const plain = Float32Array.of(1, 0, 3, 4, 5, 6);
  const hiddenMask = Float32Array.of(0, 2, 2, 2);

  it('tells a dropped feature from one that is zero of itself', () => {
    const x = Float32Array.of(0, 0, 6, 8, 0, 0);
    const [first, second] = masksUsed({ x, hiddenMask, labels: Int32Array.of(0, 1) }, plain, 0.5, {
      dropoutAt: 'both',
    });
    expect([...(first?.features ?? [])]).toEqual([0, 2, 2]);
    expect([...(second?.features ?? [])]).toEqual([2, 0, 0]);
    expect([...(first?.hidden ?? [])]).toEqual([0, 2]);
    expect(droppedCount(second?.features ?? new Float32Array())).toBe(2);
  });

  it('leaves features as they are where dropout acts on the hidden layer alone', () => {
    const [first] = masksUsed({ x: plain, hiddenMask, labels: Int32Array.of(0, 1) }, plain, 0.5, {
      dropoutAt: 'hidden',
    });
    expect([...(first?.features ?? [])]).toEqual([1, 1, 1]);
  });
});
