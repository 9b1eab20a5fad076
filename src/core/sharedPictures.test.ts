import { describe, expect, it } from 'vitest';
import { experimentOf } from './history.fixture';
import { isOneSplit, samplingOf } from './sharedPictures';
import { samplingHalfWidth } from './statistics';

describe('the choice of validation pictures', () => {
  it('counts in full where all seeds share them, and not at all where each draws its own', () => {
    const fixed = experimentOf(3, 3, { fixed: true, pictures: 50 });
    expect(samplingOf(fixed.trials, 0.7, 0.8)).toBe(samplingHalfWidth(0.7, 0.8, 50));
    expect(samplingOf(experimentOf(3, 3, { pictures: 50 }).trials, 0.7, 0.8)).toBe(0);
  });

  it('is one split only with several seeds on the same pictures', () => {
    expect(isOneSplit(experimentOf(3, 3, { fixed: true }).trials)).toBe(true);
    expect(isOneSplit(experimentOf(1, 3, { fixed: true }).trials)).toBe(false);
    expect(isOneSplit(experimentOf(3).trials)).toBe(false);
  });
});
