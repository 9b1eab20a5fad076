import type { Checkpoint } from './checkpoint';
import type { Dataset, Experiment } from './experiment';

/** Mean cross-entropy in nats, and the share of pictures whose most probable class is the label, in [0, 1]. */
export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/** One run after one epoch. Both curves come from one function, with dropout off. */
export interface RunMetrics {
  /** On the training pictures themselves, not their altered copies, with the labels given (label noise included). */
  readonly train: Score;
  /** On true labels. */
  readonly validation: Score;
  /**
   * The running training score that `fit` logs: dropout on, weights moving, altered copies included. Never the curve; a
   * labelled extra.
   */
  readonly seen: Score;
}

/** One small message per epoch. */
export interface EpochMetrics {
  /** 1-based. */
  readonly epoch: number;
  /** In run order: arm by arm, within an arm by seed. */
  readonly runs: readonly RunMetrics[];
}

/** What a run really started from and was fed, measured where it is trained: equal letters, equal numbers. */
export interface RunFingerprint {
  readonly initialWeights: string;
  readonly batchOrder: string;
  /** Altered copies included. */
  readonly trainingPictures: string;
  readonly validationPictures: string;
  readonly givenLabels: string;
}

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
