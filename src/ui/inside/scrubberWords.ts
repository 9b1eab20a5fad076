import { percent } from '../../core/figures';

/** What early stopping would have kept of one side. */
export interface BestStop {
  /** "without dropout" */
  readonly name: string;
  /** The epoch with the lowest mean validation loss. */
  readonly epoch: number;
  /** Mean validation accuracy then, and at the last epoch, in [0, 1]. */
  readonly accuracy: number;
  readonly lastAccuracy: number;
  readonly lastEpoch: number;
}

/** "Early stopping would have kept epoch 5 without dropout: validation accuracy 70.0 % there, 67.1 % at epoch 60. …" */
export function stopWords({ name, epoch, accuracy, lastAccuracy, lastEpoch }: BestStop): string {
  if (epoch === lastEpoch)
    return `Early stopping would not have stopped yet ${name}: the last epoch is the best so far.`;
  return (
    `Early stopping would have kept epoch ${epoch} ${name}: validation accuracy ${percent(accuracy)} there, ` +
    `${percent(lastAccuracy)} at epoch ${lastEpoch}. It is chosen on the very pictures it is scored on, so it flatters a little.`
  );
}
