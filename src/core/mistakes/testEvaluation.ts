import { plural, t } from '@lingui/core/macro';
import { group } from 'd3-array';
import type { Collection, Picture } from '../collection';
import { between, decimal, percent, points, signed } from '../figures';
import type { TrainedHeads } from '../heads/trainedHeads';
import type { TestResult } from '../log/logEntry';
import { dropsFeatures } from '../settings';
import { estimate, independentPictures, mean, pairedDifference, roundingSd, type Estimate } from '../statistics';
import type { TestOpening } from '../testOpenings';
import { testPictures } from '../testSet';
import { range } from '../wording';
import type { SeedAnswers } from './seedAnswers';
import { accuracyInterval, differenceInterval, signTest, type Pair, type SignTest } from './testIntervals';

/** Why these heads cannot be tested on the test set; null: they can. */
export function testRefusal(
  heads: TrainedHeads | null,
  { pictures, classes }: Collection,
  openings: readonly TestOpening[] = [],
): string | null {
  if (!heads) return t`There are no heads to test yet: train first.`;
  if (openings.some(({ runId }) => runId === heads.runId))
    return t`These heads have been tested already, on another test set, and what came out is known. Train again, then open this one.`;
  const learned = new Set(heads.pictureIds);
  const test = testPictures(pictures);
  const known = test.filter((p) => learned.has(p.id)).length;
  if (known > 0)
    return plural(known, {
      one: 'The heads are older than the test set: one of its pictures was in their training or validation. Train again, then open it.',
      other:
        'The heads are older than the test set: # of its pictures were in their training or validation. Train again, then open it.',
    });
  const names = new Set(heads.classes.map(({ id }) => id));
  const later = classes.find(({ id }) => !names.has(id) && test.some((p) => p.classId === id));
  return later ? unknownClass(later.name) : null;
}

const unknownClass = (name: string): string =>
  t`The heads do not know the class “${name}”, which came after their training. Train again, then open the test set.`;

/** A test set, as it is when it is opened. */
export interface TestSubject {
  readonly heads: TrainedHeads;
  /** One per seed. Rows are places in `pictures`. */
  readonly seeds: readonly SeedAnswers[];
  readonly pictures: readonly Picture[];
  /** [n] true class of each, as an index into the heads' classes. */
  readonly truths: Int32Array;
}

/**
 * What comes out of a test. All seeds share its pictures, so that the scatter over the seeds does not have the choice of
 * pictures in it: every interval takes that in too. Pictures of one group are alike and count as one in that.
 *
 * @param openedAt in ms since 1970.
 */
export function testResultOf({ heads, seeds, pictures, truths }: TestSubject, openedAt: number): TestResult {
  const accuracies = heads.arms.map((_, arm) => seeds.map((own) => accuracyOf(own, arm, truths)));
  const independent = independentPictures(pictures.map((p) => p.group));
  const same = sameWords(heads);
  const pairs = pairsOf(seeds, pictures, truths);
  const overSeeds = pairedDifference(
    accuracies[0] ?? [],
    accuracies[1] ?? [],
    same === null ? roundingSd(1 / pictures.length) : 0,
  );
  const difference = same === null ? differenceInterval(overSeeds, pairs, independent) : overSeeds;
  return {
    openedAt,
    pictures: pictures.length,
    arms: heads.arms.map(({ name, dropoutRate }, arm) => ({
      name,
      dropoutRate,
      accuracy: accuracyInterval(estimate(accuracies[arm] ?? []), independent),
    })),
    difference,
    sentence: same ?? testSentence(difference, pictures.length, signTest(pairs)),
    pictureIds: pictures.map(({ id }) => id),
  };
}

function accuracyOf({ rows, predicted }: SeedAnswers, arm: number, truths: Int32Array): number {
  const right = Array.from(rows, (row, i) => predicted[arm]?.[i] === truths[row]).filter(Boolean).length;
  return right / rows.length;
}

/** One of each group: how often it is right over its pictures and all seeds. */
function pairsOf(seeds: readonly SeedAnswers[], pictures: readonly Picture[], truths: Int32Array): readonly Pair[] {
  const times = [0, 1].map((arm) => {
    const right = new Int32Array(pictures.length);
    for (const { rows, predicted } of seeds)
      rows.forEach((row, i) => {
        if (predicted[arm]?.[i] === truths[row]) right[row] = (right[row] ?? 0) + 1;
      });
    return right;
  });
  return [...group(pictures.keys(), (row) => pictures[row]?.group).values()].map((rows) => {
    const [without = 0, withDropout = 0] = times.map((right) =>
      mean(rows.map((row) => (right[row] ?? 0) / seeds.length)),
    );
    return { without, with: withDropout, weight: rows.length };
  });
}

/** Why both sides are the very same heads; null: they are not. */
function sameWords({ arms, settings }: TrainedHeads): string | null {
  const [rate, ...others] = arms.map(({ dropoutRate }) => dropoutRate);
  const shared = decimal(rate ?? 0);
  if (others.every((other) => other === rate))
    return t`The two sides are identical, as they must be: both have dropout rate ${shared}.`;
  return dropsFeatures(settings.dropoutAt) || settings.hidden > 0
    ? null
    : t`The two sides are identical: there is no hidden layer whose units could be dropped.`;
}

/** Below so many pictures that set the sides apart, their exact test has a say too: an interval is an approximation. */
const fewApart = 25;

/**
 * What the difference with dropout minus without allows to say, and no more.
 *
 * @param n pictures of the test. @param apart those that set the two sides apart.
 */
export function testSentence(difference: Estimate, n: number, { more, fewer, p }: SignTest): string {
  const { mean } = difference;
  const change = signed(points(mean));
  const on = plural(n, { one: 'On this one test picture', other: 'On these # test pictures' });
  if (difference.kind === 'single')
    return mean === 0
      ? plural(n, {
          one: 'One pair of heads proves little: on this one test picture, accuracy is the same with dropout and without.',
          other:
            'One pair of heads proves little: on these # test pictures, accuracy is the same with dropout and without.',
        })
      : plural(n, {
          one: `One pair of heads proves little: on this one test picture, accuracy differs by ${change} points with dropout.`,
          other: `One pair of heads proves little: on these # test pictures, accuracy differs by ${change} points with dropout.`,
        });
  const { low, high } = difference;
  if ((low > 0 || high < 0) && more + fewer < fewApart && p > 0.05) {
    const [few, chance] = [apartWords(more, fewer), percent(p)];
    return t`${on}, it cannot be told whether dropout helps: accuracy differs by ${change} points, but ${few}, and a coin divides so few at least as unevenly in ${chance} of cases (exact McNemar test).`;
  }
  const size = points(Math.abs(mean));
  if (low > 0) {
    const interval = between(points(low), points(high));
    return t`${on}, dropout helps: accuracy is ${size} points higher (95\u00a0% interval ${interval} points).`;
  }
  if (high < 0) {
    const interval = between(points(-high), points(-low));
    return t`${on}, dropout hurts: accuracy is ${size} points lower (95\u00a0% interval ${interval} points).`;
  }
  const interval = range(difference, points);
  return t`${on}, it cannot be told whether dropout helps: accuracy differs by ${change} points, and the 95\u00a0% interval, ${interval} points, includes zero.`;
}

/** Those that are alike count as one, so that it may be fewer than there are pictures. */
const apartWords = (more: number, fewer: number): string =>
  plural(more + fewer, {
    one: `only # picture (or groups that belong together) sets the sides apart, ${more} for dropout and ${fewer} against`,
    other: `only # pictures (or groups that belong together) set the sides apart, ${more} for dropout and ${fewer} against`,
  });
