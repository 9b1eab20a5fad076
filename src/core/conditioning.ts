import { learnedRows, type Dataset, type Experiment } from './experiment';
import { identity, standardised, standardiser, type Standardiser } from './standardise';

/** How features come to what a head is trained on: first `common`, then the trial's own. */
export interface Conditioning {
  /** Over all pictures, for float32's sake only: the trials' own statistics undo whatever it does. */
  readonly common: Standardiser;
  /** Per trial, of its training side, taken after `common`. */
  readonly trials: readonly Standardiser[];
  /** [N + K, D] the dataset's features after `common`. */
  readonly x: Float32Array;
}

/** The conditioning of an experiment's features; none of its own where they come standardised. */
export function conditioningOf({ isStandardised, trials }: Experiment, dataset: Dataset): Conditioning {
  const { features, dimension, labels } = dataset;
  if (isStandardised) {
    const none = identity(dimension);
    return { common: none, trials: trials.map(() => none), x: features };
  }
  const common = standardiser(features, dimension, Int32Array.from(labels.keys()));
  const x = standardised(features, common);
  return { common, trials: trials.map((trial) => standardiser(x, dimension, learnedRows(trial))), x };
}
