import { isOneSplit, samplingOf } from '../sharedPictures';
import { mean, pairedDifference, roundingSd, widened, type Estimate } from '../statistics';
import { noAnswer, type SeedAnswers } from './seedAnswers';

/** The pictures of one seed that one arm alone gets right; rows. */
export interface OneSided {
  readonly onlyWithout: readonly number[];
  readonly onlyWith: readonly number[];
}

/** Right of two arms, by picture: without and with dropout. Pictures without a truth or an answer are left out. */
function rights({ rows, predicted }: SeedAnswers, truths: Int32Array) {
  const [without, withDropout] = predicted;
  return Array.from(rows, (row, i) => ({
    row,
    truth: truths[row] ?? -1,
    without: without?.[i] ?? noAnswer,
    with: withDropout?.[i] ?? noAnswer,
  }))
    .filter((one) => one.truth >= 0 && one.without !== noAnswer)
    .map((one) => ({ row: one.row, without: one.without === one.truth, with: one.with === one.truth }));
}

export function oneSided(answers: SeedAnswers, truths: Int32Array): OneSided {
  const all = rights(answers, truths);
  return {
    onlyWithout: all.filter((p) => p.without && !p.with).map(({ row }) => row),
    onlyWith: all.filter((p) => p.with && !p.without).map(({ row }) => row),
  };
}

/** What all seeds together say of it. */
export interface OneSidedOverSeeds {
  readonly seeds: number;
  /** Means per seed, in pictures. */
  readonly onlyWithout: number;
  readonly onlyWith: number;
  /** Right only with minus right only without, in pictures per seed, paired by seed. */
  readonly difference: Estimate;
  /** `none`: no seed has such a picture. */
  readonly outcome: 'more with' | 'more without' | 'cannot tell' | 'one run' | 'none';
  /** All seeds check with the same pictures. */
  readonly splitFixed: boolean;
}

/**
 * As careful as the verdict, which is about the same answers: right only with minus right only without is the difference
 * in right answers. The interval also takes in the choice of validation pictures, as far as the seeds share them.
 *
 * @param seeds at least one.
 */
export function oneSidedOverSeeds(seeds: readonly SeedAnswers[], truths: Int32Array): OneSidedOverSeeds {
  const perSeed = seeds.map((answers) => {
    const all = rights(answers, truths);
    return {
      validation: Int32Array.from(all, ({ row }) => row),
      without: all.filter((p) => p.without).length,
      with: all.filter((p) => p.with).length,
      ...oneSided(answers, truths),
    };
  });
  const pictures = mean(perSeed.map(({ validation }) => validation.length));
  const accuracy = (arm: 'without' | 'with') => mean(perSeed.map((s) => s[arm] / Math.max(1, s.validation.length)));
  const difference = widened(
    pairedDifference(
      perSeed.map((s) => s.onlyWithout.length),
      perSeed.map((s) => s.onlyWith.length),
      roundingSd(1),
    ),
    pictures * samplingOf(perSeed, accuracy('without'), accuracy('with')),
  );
  const found = {
    seeds: seeds.length,
    onlyWithout: mean(perSeed.map((s) => s.onlyWithout.length)),
    onlyWith: mean(perSeed.map((s) => s.onlyWith.length)),
    difference,
    splitFixed: isOneSplit(perSeed),
  };
  return { ...found, outcome: outcomeOf(found) };
}

function outcomeOf(found: Omit<OneSidedOverSeeds, 'outcome'>): OneSidedOverSeeds['outcome'] {
  const { difference, onlyWith, onlyWithout } = found;
  if (onlyWith + onlyWithout === 0) return 'none';
  if (difference.kind === 'single') return 'one run';
  if (difference.low > 0) return 'more with';
  return difference.high < 0 ? 'more without' : 'cannot tell';
}

/** How often a picture was answered rightly, over the seeds that were asked about it. */
export interface Steadiness {
  readonly seeds: number;
  readonly without: number;
  readonly with: number;
}

/** By row. */
export function steadiness(seeds: readonly SeedAnswers[], truths: Int32Array): ReadonlyMap<number, Steadiness> {
  const found = new Map<number, Steadiness>();
  for (const answers of seeds)
    for (const right of rights(answers, truths)) {
      const before = found.get(right.row) ?? { seeds: 0, without: 0, with: 0 };
      found.set(right.row, {
        seeds: before.seeds + 1,
        without: before.without + (right.without ? 1 : 0),
        with: before.with + (right.with ? 1 : 0),
      });
    }
  return found;
}
