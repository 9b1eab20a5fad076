import { describe, expect, it } from 'vitest';
import { samplingHalfWidth } from '../statistics';
import { answersOf } from './mistakes.fixture';
import { oneSided, oneSidedOverSeeds, steadiness } from './oneSided';
import { noAnswer } from './seedAnswers';

/** Class 0 is right for all. */
const truths = new Int32Array(400);

/** A seed that checks with `rows`; the first `onlyWith` are right only with dropout, the next `onlyWithout` only without. */
function seedOf(trial: number, rows: readonly number[], onlyWith: number, onlyWithout: number) {
  const without = rows.map((_, i) => (i < onlyWith ? 1 : 0));
  const withDropout = rows.map((_, i) => (i >= onlyWith && i < onlyWith + onlyWithout ? 1 : 0));
  return answersOf(trial, rows, [without, withDropout]);
}
const rows = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe('oneSided', () => {
  it('lists the pictures that one arm alone gets right', () => {
    expect(
      oneSided(
        answersOf(
          0,
          [3, 4, 5, 6],
          [
            [0, 1, 0, 1],
            [0, 0, 1, 1],
          ],
        ),
        truths,
      ),
    ).toEqual({
      onlyWith: [4],
      onlyWithout: [5],
    });
  });

  it('leaves out what has no truth or no answer', () => {
    const gone = truths.slice();
    gone[4] = -1;
    const answers = answersOf(
      0,
      [4, 5],
      [
        [1, noAnswer],
        [0, noAnswer],
      ],
    );
    expect(oneSided(answers, gone)).toEqual({ onlyWith: [], onlyWithout: [] });
  });
});

const alone = String;

describe('oneSidedOverSeeds', () => {
  it('gives means per seed and their paired difference', () => {
    const seeds = [seedOf(0, rows(0, 20), 3, 1), seedOf(1, rows(20, 20), 4, 1), seedOf(2, rows(40, 20), 5, 1)];
    const found = oneSidedOverSeeds(seeds, truths, alone);
    expect([found.onlyWith, found.onlyWithout, found.difference.mean]).toEqual([4, 1, 3]);
    // t(0.975, 2) = 4.3027, sd = 1, n = 3; other pictures in every seed, so that nothing is added.
    const { difference } = found;
    expect(difference.kind === 'interval' && difference.high - difference.mean).toBeCloseTo(4.3027 / Math.sqrt(3), 3);
    expect(found.outcome).toBe('more with');
  });

  it('widens by the choice of pictures where the seeds share them', () => {
    const seeds = [3, 4, 5].map((n, trial) => seedOf(trial, rows(0, 20), n, 1));
    const found = oneSidedOverSeeds(seeds, truths, alone);
    const half = Math.hypot(4.3027 / Math.sqrt(3), 20 * samplingHalfWidth(16 / 20, 19 / 20, 20));
    expect(found.difference.kind === 'interval' && found.difference.high - 3).toBeCloseTo(half, 3);
    expect(found.splitFixed).toBe(true);
    expect(found.outcome).toBe('cannot tell');
  });

  it('counts frames of one recording as one', () => {
    const seeds = [3, 4, 5].map((n, trial) => seedOf(trial, rows(0, 20), n, 1));
    const found = oneSidedOverSeeds(seeds, truths, (row) => `recording ${row % 4}`);
    const half = Math.hypot(4.3027 / Math.sqrt(3), 20 * samplingHalfWidth(16 / 20, 19 / 20, 4));
    expect(found.difference.kind === 'interval' && found.difference.high - 3).toBeCloseTo(half, 3);
  });

  it('says so when there is one seed, or no such picture', () => {
    expect(oneSidedOverSeeds([seedOf(0, rows(0, 20), 9, 0)], truths, alone).outcome).toBe('one run');
    expect(oneSidedOverSeeds([seedOf(0, rows(0, 9), 0, 0), seedOf(1, rows(9, 9), 0, 0)], truths, alone).outcome).toBe(
      'none',
    );
  });

  it('does not take seeds that agree to the picture for certain', () => {
    const found = oneSidedOverSeeds([seedOf(0, rows(0, 20), 1, 0), seedOf(1, rows(20, 20), 1, 0)], truths, alone);
    expect(found.difference.kind === 'interval' && found.difference.low).toBeLessThan(0);
  });

  it('can be against dropout', () => {
    const seeds = [0, 1, 2, 3].map((k) => seedOf(k, rows(100 * k, 100), 1, 30 + k));
    expect(oneSidedOverSeeds(seeds, truths, alone).outcome).toBe('more without');
  });
});

describe('steadiness', () => {
  it('counts how often a picture was right over the seeds that checked with it', () => {
    const found = steadiness(
      [
        answersOf(
          0,
          [1, 2],
          [
            [0, 1],
            [0, 0],
          ],
        ),
        answersOf(
          1,
          [2, 3],
          [
            [0, 0],
            [1, 0],
          ],
        ),
      ],
      truths,
    );
    expect(found(2)).toEqual({ seeds: 2, without: 1, with: 1 });
    expect(found(1)).toEqual({ seeds: 1, without: 1, with: 1 });
    expect(found(9)).toEqual({ seeds: 0, without: 0, with: 0 });
  });
});
