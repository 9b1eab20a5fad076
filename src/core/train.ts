import type { Checkpoint } from './checkpoint';
import type { Dataset, Experiment } from './experiment';
import type { EpochMetrics } from './metrics';

/**
 * The contract of training, with two implementations: in-thread (tests) and across the worker (app). The consumer pulls
 * epoch by epoch, so pausing is not pulling. Stopping, by `signal` or by leaving the loop, is a normal end.
 *
 * @param from where an earlier training of the same experiment got to: its first epoch is the one after that.
 */
export type Train = (
  experiment: Experiment,
  dataset: Dataset,
  signal: AbortSignal,
  from?: Checkpoint,
) => AsyncIterable<EpochMetrics>;

/** One epoch of a training that can be gone on with; not every epoch has a checkpoint. */
export interface TrainedEpoch {
  readonly metrics: EpochMetrics;
  readonly checkpoint: Checkpoint | null;
}
