import type { Collection } from './collection';
import { runsOf, type Experiment } from './experiment';
import type { EpochMetrics, RunMetrics, Score } from './metrics';
import { isSameCollection } from './sameCollection';
import type { Session, Training } from './session';

/** A training as a project keeps it: all that its curves, its verdict and its downloads are made from. Plain data. */
export interface KeptTraining extends Omit<Session, 'history' | 'isRestored'> {
  /** Why it failed; null: it did not. */
  readonly reason: string | null;
  /**
   * [E, R, 6] epochs 1 to E, runs in run order; of each run loss and accuracy on the training pictures, on the validation
   * pictures, and as seen during training.
   */
  readonly history: Float64Array;
  /** [E, arms, C, C] see `EpochMetrics`. Left out where not every epoch has it. */
  readonly confusion?: Int32Array;
}

const perRun = 6;

/** Null where no epoch has come yet. */
export function keptTraining(training: Training): KeptTraining | null {
  if (training.phase === 'none' || training.session.history.length === 0) return null;
  const { history, isRestored: _, ...rest } = training.session;
  const runs = runsOf(rest.experiment).length;
  const numbers = new Float64Array(history.length * runs * perRun);
  let at = 0;
  for (const epoch of history)
    for (const { train, validation, seen } of epoch.runs)
      for (const { loss, accuracy } of [train, validation, seen]) {
        numbers[at++] = loss;
        numbers[at++] = accuracy;
      }
  const confusion = history.flatMap((epoch) => epoch.confusion?.flat(2) ?? []);
  const isCounted = history.every((epoch) => epoch.confusion);
  return {
    ...rest,
    reason: training.phase === 'failed' ? training.reason : null,
    history: numbers,
    ...(isCounted && { confusion: Int32Array.from(confusion) }),
  };
}

/** Epochs in a history. @returns a fraction where it is cut off. */
export const epochsIn = (history: Float64Array, experiment: Pick<Experiment, 'arms' | 'trials'>): number =>
  history.length / (experiment.arms.length * experiment.trials.length * perRun);

/**
 * The training as it was left; one that was cut off in the middle was stopped there.
 *
 * @param present pictures: where they are those of the training, it is of them.
 */
export function restoredTraining(kept: KeptTraining, present: Collection): Training {
  const { reason, history, confusion: _, ...rest } = kept;
  const session: Session = {
    ...rest,
    collection: isSameCollection(rest.collection, present) ? present : rest.collection,
    history: Array.from({ length: epochsIn(history, rest.experiment) }, (_, e) => epochOf(kept, e)),
    isRestored: true,
  };
  if (reason !== null) return { phase: 'failed', reason, session };
  return { phase: session.history.length >= session.experiment.epochs ? 'finished' : 'stopped', session };
}

function epochOf({ history, confusion, experiment, classNames }: KeptTraining, e: number): EpochMetrics {
  const runs = runsOf(experiment).length;
  const classes = classNames.length;
  const countsOf = (counts: Int32Array, arm: number) =>
    Array.from({ length: classes }, (_, c) => {
      const at = ((e * experiment.arms.length + arm) * classes + c) * classes;
      return [...counts.subarray(at, at + classes)];
    });
  const scoreAt = (at: number): Score => ({ loss: history[at] ?? NaN, accuracy: history[at + 1] ?? NaN });
  return {
    epoch: e + 1,
    runs: Array.from({ length: runs }, (_, r): RunMetrics => {
      const at = (e * runs + r) * perRun;
      return { train: scoreAt(at), validation: scoreAt(at + 2), seen: scoreAt(at + 4) };
    }),
    ...(confusion && { confusion: experiment.arms.map((_, arm) => countsOf(confusion, arm)) }),
  };
}
