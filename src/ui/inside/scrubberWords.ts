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

/** "Early stopping would have kept this without dropout: validation accuracy 72.6 % here, 72.2 % at epoch 60. …" */
export function stopWords({ name, epoch, accuracy, lastAccuracy, lastEpoch }: BestStop): string {
  if (epoch === lastEpoch)
    return `Early stopping would not have stopped yet ${name}: the last epoch is the best so far.`;
  return (
    `Early stopping would have kept this ${name}: validation accuracy ${percent(accuracy)} here, ` +
    `${percent(lastAccuracy)} at epoch ${lastEpoch}. Picked by these very pictures, it flatters a little.`
  );
}
