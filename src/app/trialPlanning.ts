import { noCopies } from '../core/augmentation';
import type { Collection } from '../core/collection';
import { buildDataset, planTrial, type Dataset, type Trial } from '../core/experiment';
import { macrotask } from '../core/macrotask';
import type { Settings } from '../core/settings';
import type { FeatureKeeper } from './extracting';
import type { FeatureSource } from './presentFeatures';
import type { LabStore } from './store';

/** Null where pictures came in this very moment: their features are on the way, and Train waits for them. */
function datasetOf(collection: Collection, { features, augmentation }: FeatureSource, copies: number): Dataset | null {
  try {
    return buildDataset(collection, features, copies > 0 ? augmentation : noCopies);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One seed after the other, each in a turn of its own: fifty seeds of two thousand pictures take a second. */
export async function planTrials(
  settings: Settings,
  collection: Collection,
  dataset: Dataset,
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (let k = 0; k < settings.seeds; k++) {
    trials.push(planTrial(settings, settings.seed + k, collection, dataset));
    await macrotask();
  }
  return trials;
}

/** Everything that a training starts from: the present settings and pictures with their features, and the trials. */
export interface Plan {
  readonly source: FeatureSource;
  readonly collection: Collection;
  /** The built-in set that the collection is, by id; null: it is the learner's own. */
  readonly sample: string | null;
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly trials: readonly Trial[];
}

/**
 * Null where not all features are there.
 * @param meant what the present settings mean for who asks; no more copies than they are set to.
 */
export async function planned(
  features: FeatureKeeper,
  store: LabStore,
  meant: (settings: Settings) => Settings = (settings) => settings,
): Promise<Plan | null> {
  await features.extract();
  const source = features.source();
  const { collection, sample, settings: present } = store.getState();
  const settings = meant(present);
  const dataset = source && datasetOf(collection, source, settings.copies);
  if (!dataset) return null;
  const trials = await planTrials(settings, collection, dataset);
  return { source, collection, sample, settings, dataset, trials };
}
