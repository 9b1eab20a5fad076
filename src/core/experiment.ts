import { group } from 'd3-array';
import type { Collection, Side } from './collection';
import { stream } from './rng';
import type { DropoutAt, Settings } from './settings';
import { splitCollection } from './split';

/** One side of the comparison. "Off" is a rate of 0, never a branch. */
export interface Arm {
  readonly name: string;
  /** P(a unit is dropped), in [0, 0.9]. */
  readonly dropoutRate: number;
}

/** Features and true labels of N pictures; plain data that can cross to a worker. */
export interface Dataset {
  readonly classNames: readonly string[];
  /** N ids; the row order of everything below. Sorted, so that results do not depend on the order of arrival. */
  readonly pictureIds: readonly string[];
  /** [N] class index. */
  readonly labels: Int32Array;
  /** [N, D], row-major, not standardised. */
  readonly features: Float32Array;
  /** D */
  readonly dimension: number;
}

/** What one seed draws before training, for all arms alike. */
export interface Trial {
  readonly seed: number;
  /** Row indices into the dataset. */
  readonly training: Int32Array;
  readonly validation: Int32Array;
  /** [N] the labels that training is given: true ones, but for label noise on training rows. */
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

/** @throws RangeError when a picture has no features yet. */
export function buildDataset(collection: Collection, featuresOf: ReadonlyMap<string, Float32Array>): Dataset {
  const pictures = collection.pictures.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const first = pictures[0] && featuresOf.get(pictures[0].hash);
  const dimension = first ? first.length : 0;
  const features = new Float32Array(pictures.length * dimension);
  const classIndex = new Map(collection.classes.map((c, i) => [c.id, i]));
  const labels = new Int32Array(pictures.length);
  pictures.forEach((p, row) => {
    const own = featuresOf.get(p.hash);
    if (!own || own.length !== dimension) throw new RangeError(`“${p.name}” has no features yet.`);
    features.set(own, row * dimension);
    labels[row] = classIndex.get(p.classId) ?? 0;
  });
  return {
    classNames: collection.classes.map((c) => c.name),
    pictureIds: pictures.map((p) => p.id),
    labels,
    features,
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
  };
}

/** Draws split, subset and label noise of a seed. Pure: the same pictures and settings give the same plan. */
export function planTrial(settings: Settings, seed: number, collection: Collection, dataset: Dataset): Trial {
  const drawn = drawTrial(settings, seed, collection);
  const rows = (side: Side) =>
    Int32Array.from(dataset.pictureIds.flatMap((id, row) => (drawn.sides.get(id) === side ? [row] : [])));
  const givenLabels = dataset.labels.slice();
  const classIndex = new Map(collection.classes.map((c, i) => [c.id, i]));
  dataset.pictureIds.forEach((id, row) => {
    const given = drawn.wrongLabels.get(id);
    if (given !== undefined) givenLabels[row] = classIndex.get(given) ?? 0;
  });
  return { seed, training: rows('training'), validation: rows('validation'), givenLabels };
}

/** Why a trial cannot be trained: a class has no picture on a side. Null: it can. */
export function gapIn({ seed, training, validation }: Trial, { labels, classNames }: Dataset): string | null {
  for (const [side, rows] of Object.entries({ training, validation })) {
    const there = new Set(Array.from(rows, (row) => labels[row]));
    const missing = classNames.find((_, label) => !there.has(label));
    if (missing !== undefined)
      return `With seed ${seed} the class “${missing}” has no ${side} picture, because pins or pictures that belong together leave it none. Add pictures, release a pin, or change the training share.`;
  }
  return null;
}

/** What a seed does with each picture; the page shows this on the thumbnails, and training uses the very same. */
export interface TrialDraw {
  /** Side by picture id; a training picture beyond the limit per class is on no side. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Wrong class id given to a training picture, by picture id. */
  readonly wrongLabels: ReadonlyMap<string, string>;
}

export function drawTrial(
  settings: Pick<Settings, 'split' | 'noise' | 'perClass'>,
  seed: number,
  collection: Collection,
): TrialDraw {
  const sides = new Map(splitCollection(collection, settings.split, seed));
  const wrongLabels = new Map<string, string>();
  const noise = stream(seed, 'noise');
  // A lot for every picture, drawn in the order of ids, so that neither pictures nor classes depend on arrival.
  const lots = (purpose: 'subset' | 'noise') => {
    const rng = stream(seed, purpose);
    return new Map(
      collection.pictures
        .map((p) => p.id)
        .toSorted()
        .map((id) => [id, rng.uniform()]),
    );
  };
  const [subsetLots, noiseLots] = [lots('subset'), lots('noise')];
  const byLot = (ids: readonly string[], drawn: ReadonlyMap<string, number>) =>
    ids.toSorted((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0));
  const byClass = group(collection.pictures, (p) => p.classId);
  for (const cls of collection.classes.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const training = (byClass.get(cls.id) ?? []).map((p) => p.id).filter((id) => sides.get(id) === 'training');
    // The first n of one fixed order: a smaller subset is always part of a larger one.
    const order = byLot(training, subsetLots);
    const used = settings.perClass > 0 ? order.slice(0, settings.perClass) : order;
    for (const id of order.slice(used.length)) sides.delete(id);
    const others = collection.classes.filter((c) => c.id !== cls.id).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const id of byLot(used, noiseLots).slice(0, Math.round(settings.noise * used.length))) {
      const other = others[noise.below(others.length)];
      if (other) wrongLabels.set(id, other.id);
    }
  }
  return { sides, wrongLabels };
}
