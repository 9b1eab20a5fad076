import type { Collection } from './collection';
import type { Experiment, Trial } from './experiment';
import { experimentOf } from './experiment';
import { limitsOf } from './curves';
import type { EpochMetrics, RunMetrics } from './metrics';
import type { Settings } from './settings';
import { sweepRates } from './sweepRates';
import { samplingOf, type ValidationGroups } from './sharedPictures';
import { estimate, mean, pairedDifference, roundingSd, widened, within, type Estimate } from './statistics';

/** All rates at once over the same trials: one arm per rate, so that they differ in nothing else. */
export const sweepExperiment = (settings: Settings, trials: readonly Trial[]): Experiment => ({
  ...experimentOf(settings, trials),
  arms: sweepRates.map((dropoutRate) => ({ name: `rate ${dropoutRate}`, dropoutRate })),
});

/** One rate, over the seeds, after the last epoch. */
export interface SweepPoint {
  readonly rate: number;
  /** Accuracies in [0, 1], dropout off. */
  readonly training: Estimate;
  readonly validation: Estimate;
  readonly gap: Estimate;
  /** Validation accuracy minus that of rate 0, seed by seed. */
  readonly gain: Estimate;
  /** Every run is that of rate 0 to the last digit. */
  readonly isIdentical: boolean;
}

/** Where a sweep stands. */
export type Sweep =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly epoch: number; readonly epochs: number; readonly runs: number }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'failed'; readonly reason: string }
  | {
      readonly phase: 'done';
      readonly settings: Settings;
      readonly collection: Collection;
      readonly points: readonly SweepPoint[];
      readonly seeds: number;
      /** All seeds share their validation pictures: the gains' intervals allow for their choice. */
      readonly isOneSplit: boolean;
      /** How these count where they come in groups; null where they do not. */
      readonly validationGroups: ValidationGroups | null;
      readonly epochs: number;
      /** Share of training labels that are wrong. */
      readonly wrongShare: number;
    };

/** @param last metrics of the last epoch of a `sweepExperiment`. */
export function sweepPoints(experiment: Experiment, last: EpochMetrics): readonly SweepPoint[] {
  const seeds = experiment.trials.length;
  const of = (arm: number) => last.runs.slice(arm * seeds, (arm + 1) * seeds);
  const validation = (run: RunMetrics) => run.validation.accuracy;
  // Seeds that agree to the picture by luck must not look certain.
  const floor = roundingSd(1 / Math.max(1, experiment.trials[0]?.validation.length ?? 1));
  const accuracy = limitsOf('validation', 'accuracy');
  const first = of(0);
  const baseline = first.map(validation);
  return experiment.arms.map(({ dropoutRate }, arm) => {
    const runs = of(arm);
    const own = runs.map(validation);
    const isIdentical = runs.every((run, k) => isSameRun(run, first[k]));
    return {
      rate: dropoutRate,
      training: within(estimate(runs.map((run) => run.train.accuracy)), accuracy),
      validation: within(estimate(own, floor), accuracy),
      gap: within(
        estimate(runs.map((run) => run.train.accuracy - run.validation.accuracy)),
        limitsOf('gap', 'accuracy'),
      ),
      gain: isIdentical
        ? pairedDifference(baseline, baseline)
        : within(
            widened(pairedDifference(baseline, own, floor), samplingOf(experiment.trials, mean(baseline), mean(own))),
            [-1, 1],
          ),
      isIdentical,
    };
  });
}

const isSameRun = (run: RunMetrics, other: RunMetrics | undefined): boolean =>
  (['train', 'validation', 'seen'] as const).every(
    (side) => run[side].loss === other?.[side].loss && run[side].accuracy === other[side].accuracy,
  );
