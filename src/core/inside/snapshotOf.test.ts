import { expect, it } from 'vitest';
import { snapshotOf } from './snapshotOf';

it('keeps the weights of the first trials of each arm, and the moments of the very first', () => {
  // Two arms of three trials, two parameters each: run r holds r.0 and r.5.
  const numbers = Float32Array.from({ length: 12 }, (_, i) => i / 2);
  const snapshot = snapshotOf(
    {
      epoch: 7,
      parameters: numbers,
      firstMoments: numbers,
      secondMoments: numbers,
      steps: Uint32Array.of(1, 2, 3, 4, 5, 6),
    },
    { arms: 2, trials: 3, kept: 2 },
  );
  expect(snapshot.epoch).toBe(7);
  expect([...snapshot.parameters]).toEqual([0, 0.5, 1, 1.5, 3, 3.5, 4, 4.5]);
  expect([...(snapshot.moments?.firstMoments ?? [])]).toEqual([0, 0.5, 3, 3.5]);
  expect([...(snapshot.moments?.secondMoments ?? [])]).toEqual([0, 0.5, 3, 3.5]);
  expect([...(snapshot.moments?.steps ?? [])]).toEqual([1, 4]);
});
