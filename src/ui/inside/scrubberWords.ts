import { t } from '@lingui/core/macro';
import { count, percent } from '../../core/figures';

/** Where the mean validation loss of one side was lowest. */
export interface BestStop {
  /** "without dropout" */
  readonly name: string;
  /** That it is the mean over. */
  readonly seeds: number;
  /** The epoch with the lowest mean validation loss. */
  readonly epoch: number;
  /** Mean validation accuracy then, and at the last epoch, in [0, 1]. */
  readonly accuracy: number;
  readonly lastAccuracy: number;
  readonly lastEpoch: number;
}

/**
 * "Over 5 seeds the validation loss without dropout was lowest on average after epoch 37: validation accuracy 72.6 %
 * then, 72.2 % at epoch 60. …"
 *
 * @param shown the epoch looked at: not every epoch is kept.
 */
export function stopWords({ name, seeds, epoch, accuracy, lastAccuracy, lastEpoch }: BestStop, shown: number): string {
  const [over, mean] = seeds > 1 ? [t`Over ${count(seeds, 'seed')}`, t` on average`] : [t`In this one run`, ''];
  const lowest = t`${over} the validation loss ${name} was lowest${mean} after epoch ${epoch}`;
  const nearest = shown === epoch ? '' : t` Shown is epoch ${shown}, the nearest kept.`;
  if (epoch === lastEpoch) return t`${lowest}, the last so far: validation accuracy ${percent(accuracy)}.${nearest}`;
  return (
    t`${lowest}: validation accuracy ${percent(accuracy)} then, ${percent(lastAccuracy)} at epoch ${lastEpoch}. ` +
    t`That is early stopping with hindsight, picked by these very pictures, so it flatters.${nearest}`
  );
}

/** Mean accuracies of both sides over the seeds, in [0, 1]: without dropout, with dropout. */
export interface ShownFigures {
  readonly training: readonly [number, number];
  readonly validation: readonly [number, number];
}

/** "Here, without and with dropout: training 88.0 % and 71.2 %, validation 72.6 % and 73.0 %." */
export const figuresWords = ({ training, validation }: ShownFigures): string =>
  t`Here, without and with dropout: training ${training.map(percent).join(' and ')}, ` +
  t`validation ${validation.map(percent).join(' and ')}.`;

/** "after epoch 7"; 0 is the start. */
export const whenWords = (epoch: number): string => (epoch === 0 ? t`before the first epoch` : t`after epoch ${epoch}`);
