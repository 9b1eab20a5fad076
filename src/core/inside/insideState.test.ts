import { describe, expect, it } from 'vitest';
import { shownEpoch, stepAfter } from './insideState';

describe('the epoch that is looked at', () => {
  it('is the latest unless one was chosen, and none before a training', () => {
    expect(shownEpoch({ epochs: [0, 1, 2], chosen: null })).toBe(2);
    expect(shownEpoch({ epochs: [0, 1, 2], chosen: 0 })).toBe(0);
    expect(shownEpoch({ epochs: [], chosen: 3 })).toBeNull();
  });

  it('gives way to the nearest that is kept, when it was let go of', () => {
    const epochs = [0, 4, 8, 12, 13];
    expect([1, 3, 7, 11, 99].map((chosen) => shownEpoch({ epochs, chosen }))).toEqual([0, 4, 8, 12, 13]);
  });
});

describe('the step that is shown', () => {
  it('comes after the epoch looked at', () => {
    expect(stepAfter({ epochs: [0, 1, 2, 3], chosen: 1 }, 3)).toBe(1);
    expect(stepAfter({ epochs: [0, 4, 8], chosen: 5 }, 20)).toBe(4);
    // The training is under way: the next epoch’s steps.
    expect(stepAfter({ epochs: [0, 1, 2], chosen: null }, 3)).toBe(2);
  });

  it('is at the end of the training one after the epoch before', () => {
    expect(stepAfter({ epochs: [0, 1, 2, 3], chosen: null }, 3)).toBe(2);
    expect(stepAfter({ epochs: [0, 4, 8, 10], chosen: 10 }, 10)).toBe(8);
  });

  it('is none where there is no epoch', () => {
    expect(stepAfter({ epochs: [], chosen: null }, 3)).toBeNull();
    expect(stepAfter({ epochs: [3], chosen: null }, 3)).toBeNull();
  });
});
