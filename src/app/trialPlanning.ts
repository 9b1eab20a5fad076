import type { Collection } from '../core/collection';
import { buildDataset, planTrial, type Dataset, type Trial } from '../core/experiment';
import { macrotask } from '../core/macrotask';
import type { Settings } from '../core/settings';
import type { FeatureSource } from './extracting';

/** Null where pictures came in this very moment: their features are on the way, and Train waits for them. */
export function datasetOf(collection: Collection, { features, augmentation }: FeatureSource): Dataset | null {
  try {
    return buildDataset(collection, features, augmentation);
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
