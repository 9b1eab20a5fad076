import { max, min } from 'd3-array';
import { bestEpoch, gapOf, runsOfArm, type BestEpoch } from './curves';
import type { Experiment } from './experiment';
import type { EpochMetrics, RunMetrics } from './metrics';
import { estimate, pairedDifference, roundingSd, seedsToTell, type Estimate } from './statistics';
import { headline, sentences } from './wording';

/** Where a training stands; a failed one keeps the epochs before the failure. */
export type Phase = 'running' | 'stopped' | 'finished' | 'failed';

/**
 * Dropout `helps` or `hurts` only where the whole 95 % interval is on that side of zero. `identical`: every number of
 * every epoch agrees, as in an A/A test.
 */
export type Outcome = 'helps' | 'hurts' | 'cannot tell' | 'one run' | 'identical';

/** With dropout minus without, paired by seed. */
export interface Contrast {
  readonly outcome: Outcome;
  readonly difference: Estimate;
  /** About how many seeds would tell, if the difference stayed as it is; null when it is told, or 50 would not do. */
  readonly seedsToTell: number | null;
}

/** One arm after the last epoch, over its seeds. Accuracies and gap in [0, 1] and [-1, 1], losses in nats. */
export interface ArmResult {
  readonly name: string;
  readonly dropoutRate: number;
  readonly training: Estimate;
  readonly validation: Estimate;
  readonly gap: Estimate;
  readonly validationLoss: Estimate;
  /** Where the mean validation loss was lowest. */
  readonly lowestLoss: BestEpoch;
}

export interface Findings {
  readonly phase: Phase;
  readonly epochs: number;
  readonly plannedEpochs: number;
  readonly seeds: number;
  /** Whether folders or pins fix the split, so that seeds differ in their starts alone. */
  readonly splitFixed: boolean;
  /** Share of training labels made wrong on purpose. */
  readonly noise: number;
  /** Whether there is anything for dropout to drop. */
  readonly dropoutActs: boolean;
  /** Per seed; splits by group need not be equally large. */
  readonly validationPictures: { readonly fewest: number; readonly most: number };
  /** What one validation picture makes in accuracy (of the smallest validation side). */
  readonly onePicture: number;
  readonly arms: readonly [ArmResult, ArmResult];
  readonly accuracy: Contrast;
  readonly gap: Contrast;
  readonly loss: Contrast;
}

export interface Verdict extends Findings {
  readonly headline: string;
  readonly sentences: readonly string[];
}

export interface Evidence {
  readonly experiment: Experiment;
  readonly history: readonly EpochMetrics[];
  readonly phase: Phase;
  readonly noise: number;
  readonly splitFixed: boolean;
}

/** What the numbers say, and no more. Null before the first epoch. */
export function verdictOf(evidence: Evidence): Verdict | null {
  const findings = findingsOf(evidence);
  return findings && { ...findings, headline: headline(findings), sentences: sentences(findings) };
}

function findingsOf({ experiment, history, phase, noise, splitFixed }: Evidence): Findings | null {
  const last = history.at(-1);
  if (!last) return null;
  const sizes = experiment.trials.map((trial) => trial.validation.length);
  const fewest = min(sizes) ?? 0;
  const without = runsOfArm(experiment, last, 0);
  const withDropout = runsOfArm(experiment, last, 1);
  const identical = history.every((epoch) => sameArms(experiment, epoch));
  const onePicture = 1 / Math.max(fewest, 1);
  const contrast = (of: (run: RunMetrics) => number, better: 'higher' | 'lower', smallestSd: number) =>
    contrastOf(pairedDifference(without.map(of), withDropout.map(of), smallestSd), better, identical);
  return {
    phase,
    epochs: last.epoch,
    plannedEpochs: experiment.epochs,
    seeds: experiment.trials.length,
    splitFixed,
    noise,
    dropoutActs: experiment.dropoutAt === 'both' || experiment.hidden > 0,
    validationPictures: { fewest, most: max(sizes) ?? 0 },
    onePicture,
    arms: [armResult(experiment, history, last, 0), armResult(experiment, history, last, 1)],
    accuracy: contrast((run) => run.validation.accuracy, 'higher', roundingSd(onePicture)),
    gap: contrast((run) => gapOf(run, 'accuracy'), 'lower', roundingSd(onePicture)),
    loss: contrast((run) => run.validation.loss, 'lower', 0),
  };
}

function contrastOf(difference: Estimate, better: 'higher' | 'lower', identical: boolean): Contrast {
  if (identical) return { outcome: 'identical', difference, seedsToTell: null };
  if (difference.kind === 'single') return { outcome: 'one run', difference, seedsToTell: null };
  const { low, high } = difference;
  if (low > 0 || high < 0) {
    const outcome = low > 0 === (better === 'higher') ? 'helps' : 'hurts';
    return { outcome, difference, seedsToTell: null };
  }
  return { outcome: 'cannot tell', difference, seedsToTell: seedsToTell(difference) };
}

function armResult(
  experiment: Experiment,
  history: readonly EpochMetrics[],
  last: EpochMetrics,
  armIndex: 0 | 1,
): ArmResult {
  const arm = experiment.arms[armIndex];
  const lowestLoss = bestEpoch(experiment, history, armIndex);
  if (!arm || !lowestLoss) throw new RangeError('A verdict compares two arms after at least one epoch.');
  const over = (of: (run: RunMetrics) => number) => estimate(runsOfArm(experiment, last, armIndex).map(of));
  return {
    name: arm.name,
    dropoutRate: arm.dropoutRate,
    training: over((run) => run.train.accuracy),
    validation: over((run) => run.validation.accuracy),
    gap: over((run) => gapOf(run, 'accuracy')),
    validationLoss: over((run) => run.validation.loss),
    lowestLoss,
  };
}

function sameArms(experiment: Experiment, epoch: EpochMetrics): boolean {
  const right = runsOfArm(experiment, epoch, 1);
  return runsOfArm(experiment, epoch, 0).every((run, k) => {
    const other = right[k];
    return (
      other !== undefined && sides.every((s) => run[s].loss === other[s].loss && run[s].accuracy === other[s].accuracy)
    );
  });
}

const sides = ['train', 'validation', 'seen'] as const;
