import { select, t } from '@lingui/core/macro';
import { copiesOf, noCopies, type Augmentation } from './augmentation';
import type { Collection, Picture, Side } from './collection';
import type { DropoutAt, Settings } from './settings';
import { learnable } from './testSet';
import { drawTrial, type TrialDraw } from './trialDraw';

/** One side of the comparison. "Off" is a rate of 0, never a branch. */
export interface Arm {
  /** Data, kept in projects and downloads: `armWords` says it to people. */
  readonly name: string;
  /** P(a unit is dropped), in [0, 0.9]. */
  readonly dropoutRate: number;
}

/** Features and true labels of N pictures, and features of K altered copies; plain data that can cross to a worker. */
export interface Dataset {
  readonly classNames: readonly string[];
  /** N ids; the order of the first N rows. Sorted, so that results do not depend on the order of arrival. */
  readonly pictureIds: readonly string[];
  /** [N] class index. */
  readonly labels: Int32Array;
  /** [N + K, D], row-major, not standardised: the pictures, then their altered copies. */
  readonly features: Float32Array;
  /** [K] row N + k is an altered copy of row copies[k]. Copies are only ever learned from, never evaluated. */
  readonly copies: Int32Array;
  /** D */
  readonly dimension: number;
}

/** What one seed draws before training, for all arms alike. */
export interface Trial {
  readonly seed: number;
  /** Row indices, below N. Both curves are of these pictures themselves: a copy is no second picture to score. */
  readonly training: Int32Array;
  readonly validation: Int32Array;
  /**
   * [validation] which group each belongs to: the row of the first picture of it, so that it is the same number in every
   * trial. Left out where each is the only one of its group.
   */
  readonly validationGroups?: Int32Array;
  /** Row indices from N on, learned from besides `training`: the altered copies of its pictures. */
  readonly copies: Int32Array;
  /** [N] the labels that training is given: true ones, but for label noise on training rows. A copy has its picture's. */
  readonly givenLabels: Int32Array;
}

/** The whole comparison: every arm is trained once for every trial. */
export interface Experiment {
  readonly arms: readonly Arm[];
  readonly trials: readonly Trial[];
  readonly hidden: number;
  readonly dropoutAt: DropoutAt;
  readonly epochs: number;
  readonly batch: number;
  readonly lr: number;
  readonly l2: number;
  /**
   * The features are standardised already, by statistics that were fixed beforehand: then no trial takes its own. With
   * one or two pictures a class, those of the training side would be mostly chance.
   */
  readonly isStandardised: boolean;
}

/** One training. Runs are ordered arm by arm, and within an arm by seed: run index r = arm * seeds + trial. */
export interface Run {
  readonly arm: Arm;
  readonly trial: Trial;
}

export const runsOf = (experiment: Experiment): readonly Run[] =>
  experiment.arms.flatMap((arm) => experiment.trials.map((trial) => ({ arm, trial })));

/** The two arms that the page compares: they differ in the rate alone. */
export const armsOf = (settings: Settings): readonly [Arm, Arm] => [
  { name: 'without dropout', dropoutRate: 0 },
  { name: 'with dropout', dropoutRate: settings.dropout },
];

/** Every row that a trial's batches are drawn from: its training pictures and their copies. */
export function learnedRows({ training, copies }: Pick<Trial, 'training' | 'copies'>): Int32Array {
  const rows = new Int32Array(training.length + copies.length);
  rows.set(training);
  rows.set(copies, training.length);
  return rows;
}

/** The picture that a row of features shows: the row itself, or for an altered copy its picture's row. */
export const pictureOf = ({ labels, copies }: Pick<Dataset, 'labels' | 'copies'>, row: number): number =>
  row < labels.length ? row : (copies[row - labels.length] ?? row);

/** Steps that all runs take together; a run with fewer rows than the largest pauses at the end of the epoch. */
export const stepsPerEpoch = ({ trials, batch }: Pick<Experiment, 'trials' | 'batch'>): number =>
  Math.ceil(Math.max(...trials.map((trial) => trial.training.length + trial.copies.length)) / batch);

/** Pictures in the order of a dataset's rows, which does not depend on their arrival; those of the test set have none. */
export const picturesByRow = ({ pictures }: Collection): readonly Picture[] =>
  learnable(pictures).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/**
 * @param featuresOf by content hash, and by `copyId` for copies.
 * @throws RangeError when a picture or a copy has no features yet.
 */
export function buildDataset(
  collection: Collection,
  featuresOf: ReadonlyMap<string, Float32Array>,
  augmentation: Augmentation = noCopies,
): Dataset {
  const pictures = picturesByRow(collection);
  const copied = pictures.flatMap((picture, row) =>
    augmentation.of.has(picture.id) ? copiesOf(picture.hash, augmentation).map(({ id }) => ({ id, picture, row })) : [],
  );
  const first = pictures[0] && featuresOf.get(pictures[0].hash);
  const dimension = first ? first.length : 0;
  const features = new Float32Array((pictures.length + copied.length) * dimension);
  const fill = (row: number, id: string, name: string) => {
    const own = featuresOf.get(id);
    if (!own || own.length !== dimension) throw new RangeError(t`${name} has no features yet.`);
    features.set(own, row * dimension);
  };
  const classIndex = new Map(collection.classes.map((c, i) => [c.id, i]));
  const labels = new Int32Array(pictures.length);
  pictures.forEach((p, row) => {
    fill(row, p.hash, `“${p.name}”`);
    labels[row] = classIndex.get(p.classId) ?? 0;
  });
  copied.forEach(({ id, picture: { name } }, k) => fill(pictures.length + k, id, t`An altered copy of “${name}”`));
  return {
    classNames: collection.classes.map((c) => c.name),
    pictureIds: pictures.map((p) => p.id),
    labels,
    features,
    copies: Int32Array.from(copied, ({ row }) => row),
    dimension,
  };
}

/** An experiment whose trials were planned, one per seed. */
export function experimentOf(settings: Settings, trials: readonly Trial[]): Experiment {
  return {
    arms: armsOf(settings),
    trials,
    hidden: settings.hidden,
    dropoutAt: settings.dropoutAt,
    epochs: settings.epochs,
    batch: settings.batch,
    lr: settings.lr,
    l2: settings.l2,
    isStandardised: false,
  };
}

/**
 * Draws split, subset and label noise of a seed. Pure: the same pictures and settings give the same plan.
 *
 * @param drawn the seed's draw, where it is there already.
 */
export function planTrial(
  settings: Settings,
  seed: number,
  collection: Collection,
  dataset: Dataset,
  drawn: TrialDraw = drawTrial(settings, seed, collection),
): Trial {
  const rows = (side: Side) =>
    Int32Array.from(dataset.pictureIds.flatMap((id, row) => (drawn.sides.get(id) === side ? [row] : [])));
  const givenLabels = dataset.labels.slice();
  const classIndex = new Map(collection.classes.map((c, i) => [c.id, i]));
  dataset.pictureIds.forEach((id, row) => {
    const given = drawn.wrongLabels.get(id);
    if (given !== undefined) givenLabels[row] = classIndex.get(given) ?? 0;
  });
  const training = rows('training');
  const learned = new Set(training);
  const copies = Int32Array.from(
    Array.from(dataset.copies, (picture, k) => (learned.has(picture) ? [dataset.labels.length + k] : [])).flat(),
  );
  const validation = rows('validation');
  const groups = groupNumbers(collection, dataset);
  const validationGroups = validation.map((row) => groups[row] ?? row);
  const isGrouped = new Set(validationGroups).size < validation.length;
  return { seed, training, validation, ...(isGrouped && { validationGroups }), copies, givenLabels };
}

/** [N] by row, the row of the first picture of its group. */
function groupNumbers({ pictures }: Collection, { pictureIds }: Dataset): readonly number[] {
  const groupOf = new Map(pictures.map(({ id, group }) => [id, group]));
  const first = new Map<string, number>();
  return pictureIds.map((id, row) => {
    const own = groupOf.get(id) ?? id;
    const number = first.get(own) ?? row;
    first.set(own, number);
    return number;
  });
}

/** Why a trial cannot be trained: a class has no picture on a side. Null: it can. */
export function gapIn({ seed, training, validation }: Trial, { labels, classNames }: Dataset): string | null {
  for (const [side, rows] of Object.entries({ training, validation })) {
    const there = new Set(Array.from(rows, (row) => labels[row]));
    const missing = classNames.find((_, label) => !there.has(label));
    if (missing !== undefined)
      return t`With seed ${seed} the class “${missing}” has no ${select(side, { training: 'training', other: 'validation' })} picture, because pins or pictures that belong together leave it none. Add pictures, release a pin, or change the training share.`;
  }
  return null;
}
