import type { Experiment } from './experiment';

/** Counted over the training pictures of all seeds. */
export interface WrongLabels {
  readonly wrong: number;
  readonly training: number;
}

/**
 * How many training labels were really made wrong. That is not the share that was set: it is rounded class by class, so
 * that 20 % of three pictures are none.
 *
 * @param labels [N] the true ones, in the row order of the trials.
 */
export function wrongLabelsOf({ trials }: Pick<Experiment, 'trials'>, labels: Int32Array): WrongLabels {
  let wrong = 0;
  let training = 0;
  for (const trial of trials) {
    training += trial.training.length;
    for (const row of trial.training) if (trial.givenLabels[row] !== labels[row]) wrong++;
  }
  return { wrong, training };
}

/** In [0, 1]; 0 where there is no training picture. */
export const wrongShare = ({ wrong, training }: WrongLabels): number => (training === 0 ? 0 : wrong / training);
