import { t } from '@lingui/core/macro';
import { armsOf, type Arm, type Experiment, type Trial } from './experiment';
import type { EpochMetrics, RunMetrics } from './metrics';
import type { Settings } from './settings';
import { estimate, mean, within, type Estimate, type Limits } from './statistics';

export type Measure = 'accuracy' | 'loss';

/** `seen`: training as `fit` logs it. `gap`: see `gapOf`. */
export type Curve = 'training' | 'validation' | 'seen' | 'gap';

/** What the charts must know before the first epoch; an Experiment is one. */
export interface Frame extends Pick<Experiment, 'arms' | 'epochs'> {
  readonly trials: readonly Pick<Trial, 'seed'>[];
}

/** One arm after one epoch, over its seeds. */
export interface CurvePoint extends Readonly<Record<Curve, Estimate>> {
  /** 1-based. */
  readonly epoch: number;
}

/** One run of an arm. */
export interface RunCurve {
  readonly seed: number;
  readonly points: readonly (Readonly<Record<Curve, number>> & { readonly epoch: number })[];
}

export interface ArmCurves {
  readonly arm: Arm;
  readonly points: readonly CurvePoint[];
}

/** The frame of a training that has not begun. */
export const frameOf = (settings: Settings): Frame => ({
  arms: armsOf(settings),
  trials: Array.from({ length: settings.seeds }, (_, k) => ({ seed: settings.seed + k })),
  epochs: settings.epochs,
});

/** Mean and 95 % band over the seeds, epoch by epoch, for every arm. */
export const armCurves = (frame: Frame, history: readonly EpochMetrics[], measure: Measure): readonly ArmCurves[] =>
  frame.arms.map((arm, a) => ({
    arm,
    points: history.map((epoch) => {
      const runs = runsOfArm(frame, epoch, a);
      const over = (curve: Curve) =>
        within(estimate(runs.map((run) => valueOf(run, curve, measure))), limitsOf(curve, measure));
      return {
        epoch: epoch.epoch,
        training: over('training'),
        validation: over('validation'),
        seen: over('seen'),
        gap: over('gap'),
      };
    }),
  }));

/** Every run of one arm by itself. */
export const singleRuns = (
  frame: Frame,
  history: readonly EpochMetrics[],
  measure: Measure,
  armIndex: number,
): readonly RunCurve[] =>
  frame.trials.map(({ seed }, k) => ({
    seed,
    points: history.map((epoch) => {
      const run = runsOfArm(frame, epoch, armIndex)[k];
      if (!run) throw new RangeError(noRun(epoch.epoch, seed));
      return {
        epoch: epoch.epoch,
        training: valueOf(run, 'training', measure),
        validation: valueOf(run, 'validation', measure),
        seen: valueOf(run, 'seen', measure),
        gap: valueOf(run, 'gap', measure),
      };
    }),
  }));

/** What a curve can be at all; bands are cut to it. */
export function limitsOf(curve: Curve, measure: Measure): Limits {
  if (measure === 'loss') return [curve === 'gap' ? -Infinity : 0, Infinity];
  return [curve === 'gap' ? -1 : 0, 1];
}

/** The generalisation gap, positive when training looks better: accuracies T - V, losses V - T. */
export const gapOf = (run: RunMetrics, measure: Measure): number =>
  measure === 'accuracy' ? run.train.accuracy - run.validation.accuracy : run.validation.loss - run.train.loss;

/**
 * Few enough epochs to draw: evenly spaced ones, the first and the last. Which ones depends on the planned number alone,
 * so that nothing already drawn moves when the next epoch arrives.
 */
export function drawnEpochs(history: readonly EpochMetrics[], planned: number, most = 120): readonly EpochMetrics[] {
  const step = Math.ceil(planned / most);
  if (step <= 1) return history;
  return history.filter(({ epoch }, i) => i === 0 || epoch % step === 0 || i === history.length - 1);
}

/** An epoch of one arm, with its mean validation scores. */
export interface BestEpoch {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** The epoch with the lowest mean validation loss of an arm, the earliest of equals; null before the first. */
export function bestEpoch(frame: Frame, history: readonly EpochMetrics[], armIndex: number): BestEpoch | null {
  let best: BestEpoch | null = null;
  for (const metrics of history) {
    const runs = runsOfArm(frame, metrics, armIndex);
    const loss = mean(runs.map((run) => run.validation.loss));
    if (best !== null && !(loss < best.loss)) continue;
    best = { epoch: metrics.epoch, loss, accuracy: mean(runs.map((run) => run.validation.accuracy)) };
  }
  return best;
}

/** The runs of one arm, by seed: R is ordered arm by arm. */
export function runsOfArm(frame: Frame, epoch: EpochMetrics, armIndex: number): readonly RunMetrics[] {
  const seeds = frame.trials.length;
  return epoch.runs.slice(armIndex * seeds, (armIndex + 1) * seeds);
}

function valueOf(run: RunMetrics, curve: Curve, measure: Measure): number {
  switch (curve) {
    case 'training':
      return run.train[measure];
    case 'validation':
      return run.validation[measure];
    case 'seen':
      return run.seen[measure];
    case 'gap':
      return gapOf(run, measure);
    default:
      return curve satisfies never;
  }
}

const noRun = (epoch: number, seed: number): string => t`Epoch ${epoch} has no run of seed ${seed}.`;
