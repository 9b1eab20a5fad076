import { isOneSplit, samplingOf } from '../sharedPictures';
import { mean, pairedDifference, roundingSd, widened, type Estimate } from '../statistics';
import { noAnswer, type SeedAnswers } from './seedAnswers';

/** The pictures of one seed that one arm alone gets right; rows. */
export interface OneSided {
  readonly onlyWithout: readonly number[];
  readonly onlyWith: readonly number[];
}

/** Goes through the pictures that have a truth and an answer: whether each is right without and with dropout. */
function eachRight(
  { rows, predicted }: SeedAnswers,
  truths: Int32Array,
  visit: (row: number, without: boolean, withDropout: boolean) => void,
): void {
  const [without, withDropout] = predicted;
  rows.forEach((row, i) => {
    const truth = truths[row] ?? -1;
    if (truth >= 0 && without?.[i] !== noAnswer) visit(row, without?.[i] === truth, withDropout?.[i] === truth);
  });
}

export function oneSided(answers: SeedAnswers, truths: Int32Array): OneSided {
  const onlyWithout: number[] = [];
  const onlyWith: number[] = [];
  eachRight(answers, truths, (row, without, withDropout) => {
    if (without !== withDropout) (without ? onlyWithout : onlyWith).push(row);
  });
  return { onlyWithout, onlyWith };
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
 * in right answers. The interval also takes in the choice of validation pictures, as far as the seeds share them; those of
 * one group, such as the frames of a recording, are alike and count as one in that.
 *
 * @param seeds at least one. @param groupOf a row.
 */
export function oneSidedOverSeeds(
  seeds: readonly SeedAnswers[],
  truths: Int32Array,
  groupOf: (row: number) => string,
): OneSidedOverSeeds {
  const perSeed = seeds.map((answers) => {
    const counts = { without: 0, with: 0, onlyWithout: 0, onlyWith: 0 };
    const validation: number[] = [];
    eachRight(answers, truths, (row, without, withDropout) => {
      validation.push(row);
      if (without) counts.without++;
      if (withDropout) counts.with++;
      if (without && !withDropout) counts.onlyWithout++;
      if (withDropout && !without) counts.onlyWith++;
    });
    return { ...counts, validation: Int32Array.from(validation), validationGroups: validation.map(groupOf) };
  });
  const pictures = mean(perSeed.map(({ validation }) => validation.length));
  const accuracy = (arm: 'without' | 'with') => mean(perSeed.map((s) => s[arm] / Math.max(1, s.validation.length)));
  const difference = widened(
    pairedDifference(
      perSeed.map((s) => s.onlyWithout),
      perSeed.map((s) => s.onlyWith),
      roundingSd(1),
    ),
    pictures * samplingOf(perSeed, accuracy('without'), accuracy('with')),
  );
  const found = {
    seeds: seeds.length,
    onlyWithout: mean(perSeed.map((s) => s.onlyWithout)),
    onlyWith: mean(perSeed.map((s) => s.onlyWith)),
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

/** @returns of a row; of no seeds where none was asked about it. */
export function steadiness(seeds: readonly SeedAnswers[], truths: Int32Array): (row: number) => Steadiness {
  const [asked, without, withDropout] = [0, 1, 2].map(() => new Int32Array(truths.length));
  const add = (to: Int32Array | undefined, row: number, isRight = true) => {
    if (to && isRight) to[row] = (to[row] ?? 0) + 1;
  };
  for (const answers of seeds)
    eachRight(answers, truths, (row, isWithout, isWith) => {
      add(asked, row);
      add(without, row, isWithout);
      add(withDropout, row, isWith);
    });
  return (row) => ({ seeds: asked?.[row] ?? 0, without: without?.[row] ?? 0, with: withDropout?.[row] ?? 0 });
}
