import { t } from '@lingui/core/macro';
import type { PictureClass } from '../collection';
import type { Arm, Dataset, Experiment } from '../experiment';
import type { FeatureRecord } from '../featureRecord';
import { headShape, type HeadShape } from '../headShape';
import { logitsOf, softmax, type Head } from '../inside/forward';
import type { Settings } from '../settings';
import { standardised, type Standardiser } from '../standardise';

/** What one seed drew, and what its heads need to answer. */
export interface TrialOfHeads {
  readonly seed: number;
  /** Row indices of `pictureIds`. */
  readonly training: Int32Array;
  readonly validation: Int32Array;
  /** [N] labels that were given in training, wrong ones on purpose included. */
  readonly givenLabels: Int32Array;
  /** Of the training side: what a picture's features go through before the head sees them. */
  readonly standardiser: Standardiser;
}

/**
 * The heads of one training as plain data: all that it takes to use them, to find their mistakes and to take them away.
 * Heads are ordered as runs are: index = arm * trials + trial.
 */
export interface TrainedHeads {
  /** Of the run that the log knows it by. */
  readonly runId: string;
  /** Epochs done. */
  readonly epoch: number;
  readonly settings: Settings;
  readonly classes: readonly PictureClass[];
  /** The base, its cut and its preprocessing. */
  readonly base: FeatureRecord;
  readonly arms: readonly Arm[];
  readonly trials: readonly TrialOfHeads[];
  /** [N] in row order. Pictures that were there at the training, those of the test set left out. */
  readonly pictureIds: readonly string[];
  /** [N] true labels as they were then. */
  readonly labels: Int32Array;
  /** [arms * trials, P] */
  readonly parameters: Float32Array;
}

/** What `TrainedHeads` are made of, but for the weights: known when a training starts. */
export type HeadsFrame = Omit<TrainedHeads, 'epoch' | 'parameters'>;

export interface FrameSource extends Pick<TrainedHeads, 'runId' | 'settings' | 'classes' | 'base'> {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
}

/** @param standardisers one per trial, see `standardisersOf`. */
export function headsFrame(
  { runId, settings, classes, base, experiment, dataset }: FrameSource,
  standardisers: readonly Standardiser[],
): HeadsFrame {
  return {
    runId,
    settings,
    classes,
    base,
    arms: experiment.arms,
    pictureIds: dataset.pictureIds,
    labels: dataset.labels,
    trials: experiment.trials.map(({ seed, training, validation, givenLabels }, k) => {
      const standardiser = standardisers[k];
      if (!standardiser) throw new RangeError(t`One standardiser per trial is needed.`);
      return { seed, training, validation, givenLabels, standardiser };
    }),
  };
}

/** @param parameters [arms * trials, P] */
export const headsAfter = (frame: HeadsFrame, epoch: number, parameters: Float32Array): TrainedHeads => ({
  ...frame,
  epoch,
  parameters,
});

export const shapeOf = ({ base, settings, classes }: TrainedHeads): HeadShape =>
  headShape(base.features, settings.hidden, classes.length);

/** @throws RangeError where there is no such arm or trial. */
export function headAt(heads: TrainedHeads, arm: number, trial: number): Head {
  const shape = shapeOf(heads);
  const { arms, trials, parameters } = heads;
  if (!(arm in arms) || !(trial in trials)) throw new RangeError(t`There is no head of arm ${arm}, trial ${trial}.`);
  const at = (arm * trials.length + trial) * shape.size;
  return { shape, parameters: parameters.subarray(at, at + shape.size) };
}

/**
 * Class probabilities of one head, dropout off.
 *
 * @param features [N, D] as the base gives them, not standardised. @returns [N, C]
 */
export function probabilitiesOf(heads: TrainedHeads, arm: number, trial: number, features: Float32Array): Float32Array {
  const own = heads.trials[trial];
  if (!own) throw new RangeError(t`There is no trial ${trial}.`);
  return softmax(logitsOf(headAt(heads, arm, trial), standardised(features, own.standardiser)), heads.classes.length);
}

/** The same heads with the first trials only, so many that their weights take at most so many bytes; at least one. */
export function withinBytes(heads: TrainedHeads, bytes: number): TrainedHeads {
  const { arms, trials } = heads;
  return firstTrials(
    heads,
    Math.max(1, Math.min(trials.length, Math.floor(bytes / (4 * shapeOf(heads).size * arms.length)))),
  );
}

/** The same heads with so many of the trials, the first ones; all where there are no more. */
export function firstTrials(heads: TrainedHeads, kept: number): TrainedHeads {
  const { arms, trials, parameters } = heads;
  const { size } = shapeOf(heads);
  if (kept >= trials.length) return heads;
  const fewer = new Float32Array(arms.length * kept * size);
  for (let a = 0; a < arms.length; a++)
    fewer.set(parameters.subarray(a * trials.length * size, (a * trials.length + kept) * size), a * kept * size);
  return { ...heads, trials: trials.slice(0, kept), parameters: fewer };
}
