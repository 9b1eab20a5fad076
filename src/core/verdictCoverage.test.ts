import { describe, expect, it } from 'vitest';
import { experimentOf, historyOf, run, score } from './history.fixture';
import { stream } from './rng';
import { verdictOf } from './verdict';

const [seeds, worlds] = [5, 400];

/** Share of all groups that there could be that is right without and with dropout. */
const truth = [0.6, 0.75] as const;

/** Standard deviation of an accuracy from seed to seed. */
const scatter = 0.02;

interface World {
  /** Sizes of the groups; the pictures of one are all right or all wrong. */
  readonly groups: readonly number[];
  /** The experiment knows of its groups. */
  readonly isTold: boolean;
  /** Share of the groups that are as hard for one side as for the other. */
  readonly inCommon: number;
}

/**
 * How often the verdict's interval covers the true difference of the two sides, over many draws of the validation
 * pictures of one split.
 */
function coverage({ groups, isTold, inCommon }: World): number {
  const rng = stream(1, 'sample');
  const pictures = groups.reduce((sum, size) => sum + size, 0);
  const experiment = experimentOf(seeds, 1, { pictures, fixed: true, groups: isTold ? groups : [] });
  const difference = truth[1] - truth[0];
  const verdicts = Array.from({ length: worlds }, () => {
    const hardness = groups.map(() => {
      const own = rng.uniform();
      return [own, rng.uniform() < inCommon ? own : rng.uniform()] as const;
    });
    const runs = ([0, 1] as const).flatMap((side) => {
      const right = groups.filter((_, g) => (hardness[g]?.[side] ?? 1) < truth[side]);
      const share = right.reduce((sum, size) => sum + size, 0) / pictures;
      return Array.from({ length: seeds }, () => run(score(1, 0), score(share + scatter * rng.normal(), 1)));
    });
    const history = historyOf(runs);
    return verdictOf({
      experiment,
      history,
      phase: 'finished',
      labels: new Int32Array(500),
      noise: 0,
      splitFixed: true,
    });
  });
  const covered = verdicts.filter((verdict) => {
    const found = verdict?.accuracy.difference;
    return found?.kind === 'interval' && found.low <= difference && difference <= found.high;
  });
  return covered.length / worlds;
}

const sets = [
  { name: 'six recordings', groups: Array<number>(6).fill(10) },
  { name: 'twenty recordings', groups: Array<number>(20).fill(5) },
  { name: 'recordings of all lengths', groups: [20, 14, 9, 6, 4, 3, 2, 1, 1] },
  { name: 'one long recording among single pictures', groups: [20, ...Array<number>(40).fill(1)] },
];

describe('how often the verdict is right about the pictures that there could be', { timeout: 60_000 }, () => {
  it.each(sets)('as often as it says by groups, and far from it by pictures: $name', ({ groups }) => {
    expect(coverage({ groups, isTold: true, inCommon: 0.5 })).toBeGreaterThanOrEqual(0.93);
    expect(coverage({ groups, isTold: false, inCommon: 0.5 })).toBeLessThan(0.8);
  });

  // With few groups the normal approximation is too sure of itself; what the sides have in common makes up for that.
  it.each(sets.slice(0, 2))('a little less where the two sides have nothing in common: $name', ({ groups }) => {
    expect(coverage({ groups, isTold: true, inCommon: 0 })).toBeGreaterThanOrEqual(0.9);
    expect(coverage({ groups, isTold: false, inCommon: 0 })).toBeLessThan(0.65);
  });

  it('as often as it says over single pictures, told of groups or not', () => {
    const groups = Array<number>(60).fill(1);
    const told = coverage({ groups, isTold: true, inCommon: 0 });
    expect(told).toBeGreaterThanOrEqual(0.93);
    expect(coverage({ groups, isTold: false, inCommon: 0 })).toBe(told);
  });
});
