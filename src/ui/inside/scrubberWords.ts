import { plural, t } from '@lingui/core/macro';
import { percent } from '../../core/figures';

/** Where the mean validation loss of one side was lowest. */
export interface BestStop {
  /** 0: without dropout, 1: with. */
  readonly arm: 0 | 1;
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
 * "Over 5 seeds the validation loss without dropout was lowest on average after epoch 37. Validation accuracy 72.6 %
 * then, 72.2 % at epoch 60. …"
 *
 * @param shown the epoch looked at: not every epoch is kept.
 */
export function stopWords(stop: BestStop, shown: number): string {
  const { arm, epoch, lastEpoch } = stop;
  const accuracy = percent(stop.accuracy);
  const lastAccuracy = percent(stop.lastAccuracy);
  return [
    arm === 0 ? lowestWithout(stop) : lowestWith(stop),
    epoch === lastEpoch
      ? t`That is the last so far: validation accuracy ${accuracy}.`
      : t`Validation accuracy ${accuracy} then, ${lastAccuracy} at epoch ${lastEpoch}. That is early stopping with hindsight, picked by these very pictures, so it flatters.`,
    ...(shown === epoch ? [] : [t`Shown is epoch ${shown}, the nearest kept.`]),
  ].join(' ');
}

const lowestWithout = ({ seeds, epoch }: BestStop): string =>
  seeds > 1
    ? t`Over ${plural(seeds, { one: '# seed', other: '# seeds' })} the validation loss without dropout was lowest on average after epoch ${epoch}.`
    : t`In this one run the validation loss without dropout was lowest after epoch ${epoch}.`;

const lowestWith = ({ seeds, epoch }: BestStop): string =>
  seeds > 1
    ? t`Over ${plural(seeds, { one: '# seed', other: '# seeds' })} the validation loss with dropout was lowest on average after epoch ${epoch}.`
    : t`In this one run the validation loss with dropout was lowest after epoch ${epoch}.`;

/** Mean accuracies of both sides over the seeds, in [0, 1]: without dropout, with dropout. */
export interface ShownFigures {
  readonly training: readonly [number, number];
  readonly validation: readonly [number, number];
}

/** "Here, without and with dropout: training 88.0 % and 71.2 %, validation 72.6 % and 73.0 %." */
export function figuresWords({ training, validation }: ShownFigures): string {
  const [trainingWithout, trainingWith] = [percent(training[0]), percent(training[1])];
  const [without, withDropout] = [percent(validation[0]), percent(validation[1])];
  return t`Here, without and with dropout: training ${trainingWithout} and ${trainingWith}, validation ${without} and ${withDropout}.`;
}

/** "after epoch 7"; 0 is the start. */
export const whenWords = (epoch: number): string => (epoch === 0 ? t`before the first epoch` : t`after epoch ${epoch}`);
