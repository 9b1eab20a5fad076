import { plural, select, t } from '@lingui/core/macro';
import { points, signed } from '../figures';
import { samplingFrom, type SharedPictures } from '../sharedPictures';
import { mean, pairedDifference, roundingSd, widened, within, type Estimate } from '../statistics';
import { groupsWords, range } from '../wording';
import { changesBetween, type Change } from './changes';
import { entryTitle } from './entryWords';
import type { LogEntry, LogRun } from './logEntry';

/** One side of two experiments, after the last epoch of each. */
export interface SideComparison {
  readonly arm: string;
  readonly rates: readonly [number, number];
  /** Mean validation accuracies over all seeds of each, in [0, 1]; null before the first epoch. */
  readonly validation: readonly [number | null, number | null];
  /**
   * Validation accuracy of the second minus the first, paired by seed, over the seeds that both have; takes in the
   * choice of the validation pictures as far as these seeds share them. Null where the two cannot be paired.
   */
  readonly difference: Estimate | null;
  readonly sentence: string;
}

export interface Comparison {
  readonly changes: readonly Change[];
  readonly sides: readonly SideComparison[];
  /** Whether runs of one seed can be paired, why, and what the intervals cover; or what is missing. */
  readonly isPaired: boolean;
  readonly pairing: string;
  /** What else may be concluded, and what not; most important first. */
  readonly sentences: readonly string[];
}

/** Two experiments of the log side by side, and what their numbers say about each other: never more than they can. */
export function compareEntries(first: LogEntry, second: LogEntry): Comparison {
  const pairing = pairingOf(first, second);
  const changes = changesBetween(first, second);
  const arms = first.curves.map(({ arm }) => arm);
  return {
    changes,
    sides: arms.map((arm, a) => sideOf(first, second, arm, a, pairing)),
    isPaired: pairing.seeds.length > 0,
    pairing: pairing.words,
    sentences: [
      changesWords(changes, first, second),
      cutShort([first, second]),
      t`The validation pictures are also what you compare by: whichever of many experiments is picked as the best on them looks a little better than it is. Of twenty comparisons without any effect, about one looks like an effect at 95\u00a0%.`,
    ].filter((sentence) => sentence !== null),
  };
}

/** Whether runs of one seed checked with the same pictures in both experiments. */
interface Pairing {
  /** Seeds that both have; empty where nothing can be paired. */
  readonly seeds: readonly number[];
  /** How far all these seeds check with the same pictures, and how many independent ones these are worth. */
  readonly shared: SharedPictures;
  /** Validation pictures of the seed with the fewest. */
  readonly pictures: number;
  readonly isOneSplit: boolean;
  readonly words: string;
}

function pairingOf(first: LogEntry, second: LogEntry): Pairing {
  const shared = { independent: 1, common: 1 };
  const none = (words: string): Pairing => ({ seeds: [], shared, pictures: 1, isOneSplit: false, words });
  if (first.picturesDigest !== second.picturesDigest)
    return none(
      t`Not comparable by their numbers: the two had different pictures, labels, pins or test sets. One may simply have had the easier pictures. Repeat one of them on the pictures of the other.`,
    );
  if (!first.verdict || !second.verdict) return none(nothingYet(entryTitle(first.verdict ? second : first)));
  const isFixed = first.verdict.splitFixed && second.verdict.splitFixed;
  if (first.settings.split !== second.settings.split && !isFixed)
    return none(
      t`The pictures are the same, but not the training share, so that the same seed split them differently: the runs cannot be paired, and no interval is given. Repeat one with the training share of the other.`,
    );
  const [own, others] = [seedsOf(first), seedsOf(second)];
  const seeds = own.filter((seed) => others.includes(seed));
  if (seeds.length === 0)
    return none(
      t`The pictures are the same, but the two have no seed in common: the runs cannot be paired, and no interval is given. Repeat one with the first seed of the other.`,
    );
  // The share is known for all seeds of an experiment together, so that the common ones must be all that one has.
  const wholes = [first, second].filter((entry) => seedsOf(entry).length === seeds.length);
  // Older entries do not know of groups.
  const whole = wholes.find(({ verdict }) => verdict?.validationGroups) ?? wholes[0];
  if (!whole?.verdict) return none(fewSeeds(seeds.length, own.length, others.length));
  const { sharedValidation, validationPictures, validationGroups } = whole.verdict;
  const isOneSplit = seeds.length === 1 || sharedValidation === 1;
  const base = pairedWords(seeds.length, own.length === others.length);
  const cover = isOneSplit
    ? t`All pairs share one split: the intervals cover fresh starts and the chance of which validation pictures there are, not other splits.`
    : t`The intervals cover fresh splits and starts of these pictures, and the chance of which validation pictures there are as far as the seeds share them; not new pictures.`;
  return {
    seeds,
    shared: validationGroups ?? { independent: Math.max(validationPictures.fewest, 1), common: sharedValidation },
    pictures: validationPictures.fewest,
    isOneSplit,
    words:
      seeds.length === 1
        ? [base, t`One pair proves nothing: use 5 seeds or more.`].join(' ')
        : [base, cover, groupsWords(validationGroups)].filter((words) => words !== null).join(' '),
  };
}

const nothingYet = (experiment: string): string => t`Nothing to compare yet: ${experiment} has no epoch.`;

const fewSeeds = (common: number, own: number, others: number): string =>
  t`The two share only ${plural(common, { one: '# seed', other: '# seeds' })} of the ${own} and ${others} that they have, so that no interval is given. Repeat one with the first seed and the number of seeds of the other.`;

const pairedWords = (pairs: number, isAll: boolean): string =>
  isAll
    ? t`Same pictures, same split: the runs are paired by seed (${plural(pairs, { one: '# pair', other: '# pairs' })}), so that what a seed’s split makes easy or hard cancels out.`
    : t`Same pictures, same split: the runs are paired by seed (${plural(pairs, { one: '# pair', other: '# pairs' })}, the seeds that both have), so that what a seed’s split makes easy or hard cancels out.`;

const seedsOf = ({ runs }: LogEntry): readonly number[] => [...new Set(runs.map(({ seed }) => seed))];

function sideOf(
  first: LogEntry,
  second: LogEntry,
  arm: string,
  a: number,
  { seeds, shared, pictures, isOneSplit }: Pairing,
): SideComparison {
  const [one, other] = [first, second].map((entry) => entry.runs.filter((run) => run.arm === arm));
  const pairs = pairsOf(one ?? [], other ?? [], seeds);
  const [left, right] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
  const frame = {
    arm,
    rates: [first.curves[a]?.dropoutRate ?? 0, second.curves[a]?.dropoutRate ?? 0],
    validation: [meanOf(one ?? []), meanOf(other ?? [])],
  } as const;
  if (left.length === 0) return { ...frame, difference: null, sentence: unpaired(frame.validation) };
  const isSame = left.every((value, i) => value === right[i]);
  const overSeeds = pairedDifference(left, right, roundingSd(1 / Math.max(pictures, 1)));
  const sampling = samplingFrom(shared, mean(left), mean(right));
  const difference = isSame ? pairedDifference(left, right) : within(widened(overSeeds, sampling), [-1, 1]);
  return { ...frame, difference, sentence: differenceWords(difference, isSame, isOneSplit, entryTitle(second)) };
}

/** Validation accuracies of the seeds that ran in both: a log that came from elsewhere may lack some. */
const pairsOf = (one: readonly LogRun[], other: readonly LogRun[], seeds: readonly number[]) =>
  seeds.flatMap((seed): readonly (readonly [number, number])[] => {
    const [left, right] = [one, other].map((runs) => runs.find((run) => run.seed === seed)?.validation);
    return left === undefined || right === undefined ? [] : [[left, right]];
  });

const meanOf = (runs: readonly LogRun[]): number | null =>
  runs.length === 0 ? null : mean(runs.map(({ validation }) => validation));

function differenceWords(difference: Estimate, isSame: boolean, isOneSplit: boolean, second: string): string {
  if (isSame) return t`Every pair of runs has the same validation accuracy.`;
  const size = points(Math.abs(difference.mean));
  if (difference.kind === 'single') {
    if (difference.mean === 0) return t`No difference in this one pair of runs, which proves nothing.`;
    return difference.mean > 0
      ? t`${size} points higher in ${second}, in this one pair of runs, which proves nothing.`
      : t`${size} points lower in ${second}, in this one pair of runs, which proves nothing.`;
  }
  const [change, interval] = [signed(points(difference.mean)), range(difference, points)];
  if (difference.low <= 0 && difference.high >= 0)
    return t`Cannot tell: validation accuracy in ${second} differs by ${change} points, and the 95\u00a0% interval, ${interval} points, includes zero.`;
  const split = isOneSplit ? 'one' : 'many';
  return difference.low > 0
    ? t`${select(split, { one: 'On this one split, validation', other: 'Validation' })} accuracy is ${size} points higher in ${second} (the 95\u00a0% interval, ${interval} points).`
    : t`${select(split, { one: 'On this one split, validation', other: 'Validation' })} accuracy is ${size} points lower in ${second} (the 95\u00a0% interval, ${interval} points).`;
}

function unpaired([first, second]: readonly [number | null, number | null]): string {
  if (first === null || second === null) return t`No figure yet.`;
  const change = signed(points(second - first));
  return t`The means differ by ${change} points; how much of that is chance is not known.`;
}

function changesWords(changes: readonly Change[], first: LogEntry, second: LogEntry): string | null {
  if (first.picturesDigest !== second.picturesDigest) return null;
  const [one] = changes;
  if (!one) return repeatWords(first, second);
  const [number, labels] = [changes.length, changes.map(({ label }) => label).join(', ')];
  const { before, after } = one;
  return number === 1
    ? t`Only one thing differs: ${labels} (${before}, then ${after}).`
    : t`${number} things differ, so that it cannot be told which of them did it: ${labels}.`;
}

/** Nothing that is known differs: that their numbers agree is then seen, not promised. */
function repeatWords(first: LogEntry, second: LogEntry): string {
  if (first.runs.length === 0) return t`Nothing differs between the two.`;
  const isSame =
    first.runs.length === second.runs.length &&
    first.runs.every((run) => second.runs.some((other) => isRepeat(run, other)));
  return isSame
    ? t`Nothing differs between the two, and the same seeds gave the same numbers again.`
    : t`Nothing that is written down differs between the two, and yet their numbers do: a graphics card need not repeat a sum to its last digit.`;
}

const isRepeat = (run: LogRun, other: LogRun): boolean =>
  run.arm === other.arm &&
  run.seed === other.seed &&
  Object.is(run.training, other.training) &&
  Object.is(run.validation, other.validation) &&
  Object.is(run.trainingLoss, other.trainingLoss) &&
  Object.is(run.validationLoss, other.validationLoss);

function cutShort(entries: readonly LogEntry[]): string | null {
  const short = entries.filter(({ epochsDone, settings }) => epochsDone < settings.epochs);
  if (short.length === 0) return null;
  const each = short.map((entry) => atEpoch(entryTitle(entry), entry.epochsDone, entry.settings.epochs)).join(', ');
  return t`Figures are from the last epoch that came: ${each}. Longer training can change the picture.`;
}

const atEpoch = (experiment: string, epoch: number, epochs: number): string =>
  t`${experiment} at epoch ${epoch} of ${epochs}`;
