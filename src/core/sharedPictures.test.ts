import { describe, expect, it } from 'vitest';
import { experimentOf } from './history.fixture';
import { isOneSplit, samplingOf, sharedPicturesOf, validationGroupsOf } from './sharedPictures';
import { samplingHalfWidth } from './statistics';

describe('the choice of validation pictures', () => {
  it('counts in full where all seeds share them, and not at all where each draws its own', () => {
    const fixed = experimentOf(3, 3, { fixed: true, pictures: 50 });
    expect(samplingOf(fixed.trials, 0.7, 0.8)).toBe(samplingHalfWidth(0.7, 0.8, 50));
    expect(samplingOf(experimentOf(3, 3, { pictures: 50 }).trials, 0.7, 0.8)).toBe(0);
  });

  it('counts groups, not their pictures', () => {
    const { trials } = experimentOf(3, 3, { fixed: true, groups: [10, 10, 10, 10] });
    expect(validationGroupsOf(trials)).toEqual({ pictures: 40, groups: 4, independent: 4, common: 1 });
    expect(samplingOf(trials, 0.7, 0.8)).toBe(samplingHalfWidth(0.7, 0.8, 4));
    const uneven = experimentOf(3, 3, { fixed: true, groups: [20, 10, 5, 5] }).trials;
    // 40^2 / (20^2 + 10^2 + 2 x 5^2)
    expect(sharedPicturesOf(uneven).independent).toBeCloseTo(1600 / 550, 12);
    expect(samplingOf(experimentOf(3, 3, { groups: [20, 10] }).trials, 0.7, 0.8)).toBe(0);
  });

  it('counts pictures as before where each is the only one of its group', () => {
    const { trials } = experimentOf(3, 3, { fixed: true, pictures: 50 });
    expect(validationGroupsOf(trials)).toBeNull();
    expect(sharedPicturesOf(trials)).toEqual({ independent: 50, common: 1 });
    const alone = trials.map((trial) => ({ ...trial, validationGroups: trial.validation }));
    expect(samplingOf(alone, 0.7, 0.8)).toBe(samplingOf(trials, 0.7, 0.8));
  });

  it('gives a shared recording all of its part in the variance, however few pictures are not shared', () => {
    // Thirty frames that both seeds have, and ten pictures that each has of its own.
    const trials = [0, 1].map((k) => ({
      validation: Int32Array.from({ length: 40 }, (_, i) => (i < 30 ? i : i + 100 * k)),
      validationGroups: Int32Array.from({ length: 40 }, (_, i) => (i < 30 ? 0 : i + 100 * k)),
    }));
    const independent = 1600 / (900 + 10);
    expect(sharedPicturesOf(trials).independent).toBeCloseTo(independent, 12);
    // The variance of one picture, times (30 / 40)^2; by the share of pictures it would be only 3/4 of 1/independent.
    const ofOne = samplingHalfWidth(0.7, 0.8, independent) * Math.sqrt(independent);
    expect(samplingOf(trials, 0.7, 0.8)).toBeCloseTo(ofOne * (30 / 40), 12);
  });

  it('is that of the seed whose pictures tell least', () => {
    const [one] = experimentOf(1, 3, { groups: [10, 10] }).trials;
    const [other] = experimentOf(1, 3, { groups: [18, 2] }).trials;
    expect(validationGroupsOf([one, other].flatMap((trial) => trial ?? []))).toMatchObject({
      pictures: 20,
      groups: 2,
      independent: 400 / 328,
    });
  });

  it('is one split only with several seeds on the same pictures', () => {
    expect(isOneSplit(experimentOf(3, 3, { fixed: true }).trials)).toBe(true);
    expect(isOneSplit(experimentOf(1, 3, { fixed: true }).trials)).toBe(false);
    expect(isOneSplit(experimentOf(3).trials)).toBe(false);
  });
});
