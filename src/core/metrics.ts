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

/** [C][C] true class, answer: how many answers there were. */
export type ConfusionCounts = readonly (readonly number[])[];

/** One small message per epoch. */
export interface EpochMetrics {
  /** 1-based. */
  readonly epoch: number;
  /** In run order: arm by arm, within an arm by seed. */
  readonly runs: readonly RunMetrics[];
  /**
   * By arm, over all seeds together: what was answered on the validation pictures, with true labels and dropout off. Only
   * heads tell it.
   */
  readonly confusion?: readonly ConfusionCounts[];
}
