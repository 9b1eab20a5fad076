import type { Collection, Picture } from '../collection';
import { count, points, signed } from '../figures';
import type { TrainedHeads } from '../heads/trainedHeads';
import type { TestResult } from '../log/logEntry';
import {
  accuracyHalfWidth,
  estimate,
  pairedDifference,
  roundingSd,
  samplingHalfWidth,
  widened,
  within,
  type Estimate,
} from '../statistics';
import { testPictures } from '../testSet';
import { range } from '../wording';
import type { SeedAnswers } from './seedAnswers';

/** Why these heads cannot be tested on the test set; null: they can. */
export function testRefusal(heads: TrainedHeads | null, { pictures, classes }: Collection): string | null {
  if (!heads) return 'There are no heads to test yet: train first.';
  const learned = new Set(heads.pictureIds);
  const test = testPictures(pictures);
  const known = test.filter((p) => learned.has(p.id)).length;
  if (known > 0)
    return `The heads are older than the test set: ${known === 1 ? 'one of its pictures was' : `${known} of its pictures were`} in their training or validation. Train again, then open it.`;
  const names = new Set(heads.classes.map(({ id }) => id));
  const later = classes.find(({ id }) => !names.has(id) && test.some((p) => p.classId === id));
  return later
    ? `The heads do not know the class “${later.name}”, which came after their training. Train again, then open the test set.`
    : null;
}

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
 * pictures in it: every interval is widened by it. Pictures of one group are alike and count as one in that.
 *
 * @param openedAt in ms since 1970.
 */
export function testResultOf({ heads, seeds, pictures, truths }: TestSubject, openedAt: number): TestResult {
  const accuracies = heads.arms.map((_, arm) => seeds.map((own) => accuracyOf(own, arm, truths)));
  const independent = new Set(pictures.map((p) => p.group)).size;
  const overSeeds = accuracies.map((values) => estimate(values));
  const [without, withDropout] = overSeeds.map((e) => e.mean);
  const isSame = sameArms(heads);
  const paired = pairedDifference(
    accuracies[0] ?? [],
    accuracies[1] ?? [],
    isSame ? 0 : roundingSd(1 / pictures.length),
  );
  const sampling = isSame ? 0 : samplingHalfWidth(without ?? 0, withDropout ?? 0, independent);
  const difference = within(widened(paired, sampling), [-1, 1]);
  return {
    openedAt,
    pictures: pictures.length,
    arms: heads.arms.map(({ name, dropoutRate }, arm) => ({
      name,
      dropoutRate,
      accuracy: testAccuracy(overSeeds[arm] ?? { kind: 'single', mean: Number.NaN, n: 1 }, independent),
    })),
    difference,
    sentence: isSame
      ? `The two sides are identical, as they must be: both have dropout rate ${heads.arms[1]?.dropoutRate ?? 0}.`
      : testSentence(difference, pictures.length),
    pictureIds: pictures.map(({ id }) => id),
  };
}

const testAccuracy = (e: Estimate, pictures: number): Estimate =>
  within(widened(e, accuracyHalfWidth(e.mean, pictures)), [0, 1]);

function accuracyOf({ rows, predicted }: SeedAnswers, arm: number, truths: Int32Array): number {
  const right = Array.from(rows, (row, i) => predicted[arm]?.[i] === truths[row]).filter(Boolean).length;
  return right / rows.length;
}

/** The same rate on both sides gives the very same heads. */
const sameArms = ({ arms }: TrainedHeads): boolean => new Set(arms.map(({ dropoutRate }) => dropoutRate)).size === 1;

/** What the difference with dropout minus without allows to say, and no more. @param n pictures of the test. */
export function testSentence(difference: Estimate, n: number): string {
  const on = `On ${n === 1 ? 'this one test picture' : `these ${count(n, 'test picture')}`}`;
  const { mean } = difference;
  if (difference.kind === 'single')
    return `One pair of heads proves little: ${on.toLowerCase()}, accuracy ${mean === 0 ? 'is the same with dropout and without' : `differs by ${signed(points(mean))} points with dropout`}.`;
  const { low, high } = difference;
  if (low > 0)
    return `${on}, dropout helps: accuracy is ${points(mean)} points higher (95\u00a0% interval ${points(low)} to ${points(high)} points).`;
  if (high < 0)
    return `${on}, dropout hurts: accuracy is ${points(-mean)} points lower (95\u00a0% interval ${points(-high)} to ${points(-low)} points).`;
  return `${on}, it cannot be told whether dropout helps: accuracy differs by ${signed(points(mean))} points, and the 95\u00a0% interval, ${range(difference, points)} points, includes zero.`;
}
