import { t } from '@lingui/core/macro';
import { max, min } from 'd3-array';
import { bestEpoch, gapOf, limitsOf, runsOfArm, type BestEpoch } from './curves';
import type { Experiment } from './experiment';
import type { EpochMetrics, RunMetrics } from './metrics';
import { dropsFeatures } from './settings';
import { samplingOf, sharedShare, validationGroupsOf, type ValidationGroups } from './sharedPictures';
import {
  estimate,
  pairedDifference,
  roundingSd,
  seedsToTell,
  widened,
  within,
  type Estimate,
  type Limits,
} from './statistics';
import { headline, sentences } from './wording';
import { wrongLabelsOf, type WrongLabels } from './wrongLabels';

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
  /** Of accuracies and gaps: also takes in the choice of the validation pictures, as far as seeds share them. */
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
  /** Whether every seed has the same sides, because folders or pins fix them. */
  readonly splitFixed: boolean;
  /** Share of the validation pictures that every seed checks with, in [0, 1]; 1 on a fixed split. */
  readonly sharedValidation: number;
  /**
   * How the validation pictures count where they come in groups, such as the frames of a recording. Left out where each is
   * the only one of its group, and in what older versions have written: there the intervals count pictures.
   */
  readonly validationGroups?: ValidationGroups;
  /** Whether every seed learns from the same pictures. */
  readonly sharedTraining: boolean;
  /** Share of training labels that was set to be made wrong on purpose. */
  readonly noise: number;
  /** How many were. */
  readonly wrongLabels: WrongLabels;
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
  /** [N] true labels, in the row order of the trials. */
  readonly labels: Int32Array;
  readonly noise: number;
  readonly splitFixed: boolean;
}

/** What the numbers say, and no more. Null before the first epoch. */
export function verdictOf(evidence: Evidence): Verdict | null {
  const findings = findingsOf(evidence);
  return findings && { ...findings, headline: headline(findings), sentences: sentences(findings) };
}

function findingsOf({ experiment, history, phase, labels, noise, splitFixed }: Evidence): Findings | null {
  const last = history.at(-1);
  if (!last) return null;
  const sizes = experiment.trials.map((trial) => trial.validation.length);
  const fewest = min(sizes) ?? 0;
  const without = runsOfArm(experiment, last, 0);
  const withDropout = runsOfArm(experiment, last, 1);
  const identical = history.every((epoch) => sameArms(experiment, epoch));
  const onePicture = 1 / Math.max(fewest, 1);
  const sharedValidation = sharedShare(experiment.trials.map((trial) => trial.validation));
  const arms = [armResult(experiment, history, last, 0), armResult(experiment, history, last, 1)] as const;
  const validationGroups = validationGroupsOf(experiment.trials);
  const sampling = samplingOf(experiment.trials, arms[0].validation.mean, arms[1].validation.mean);
  const contrast = (of: (run: RunMetrics) => number, rules: ContrastRules) =>
    identical
      ? ({
          outcome: 'identical',
          difference: pairedDifference(without.map(of), withDropout.map(of)),
          seedsToTell: null,
        } as const)
      : contrastOf(pairedDifference(without.map(of), withDropout.map(of), rules.smallestSd), rules);
  const smallestSd = roundingSd(onePicture);
  return {
    phase,
    epochs: last.epoch,
    plannedEpochs: experiment.epochs,
    seeds: experiment.trials.length,
    splitFixed: splitFixed || (experiment.trials.length > 1 && sharedValidation === 1),
    sharedValidation,
    ...(validationGroups && { validationGroups }),
    sharedTraining: sharedShare(experiment.trials.map((trial) => trial.training)) === 1,
    noise,
    wrongLabels: wrongLabelsOf(experiment, labels),
    dropoutActs: dropsFeatures(experiment.dropoutAt) || experiment.hidden > 0,
    validationPictures: { fewest, most: max(sizes) ?? 0 },
    onePicture,
    arms,
    accuracy: contrast((run) => run.validation.accuracy, { better: 'higher', smallestSd, sampling, limits: [-1, 1] }),
    gap: contrast((run) => gapOf(run, 'accuracy'), { better: 'lower', smallestSd, sampling, limits: [-2, 2] }),
    loss: contrast((run) => run.validation.loss, { better: 'lower', smallestSd: 0, sampling: 0, limits: anything }),
  };
}

interface ContrastRules {
  readonly better: 'higher' | 'lower';
  readonly smallestSd: number;
  /** Half-width that the choice of shared validation pictures adds. */
  readonly sampling: number;
  readonly limits: Limits;
}

const anything: Limits = [-Infinity, Infinity];

function contrastOf(overSeeds: Estimate, { better, sampling, limits }: ContrastRules): Contrast {
  if (overSeeds.kind === 'single') return { outcome: 'one run', difference: overSeeds, seedsToTell: null };
  const difference = within(widened(overSeeds, sampling), limits);
  if (difference.kind === 'interval' && (difference.low > 0 || difference.high < 0)) {
    const outcome = difference.low > 0 === (better === 'higher') ? 'helps' : 'hurts';
    return { outcome, difference, seedsToTell: null };
  }
  return { outcome: 'cannot tell', difference, seedsToTell: seedsToTell(overSeeds, sampling) };
}

function armResult(
  experiment: Experiment,
  history: readonly EpochMetrics[],
  last: EpochMetrics,
  armIndex: 0 | 1,
): ArmResult {
  const arm = experiment.arms[armIndex];
  const lowestLoss = bestEpoch(experiment, history, armIndex);
  if (!arm || !lowestLoss) throw new RangeError(t`A verdict compares two arms after at least one epoch.`);
  const over = (of: (run: RunMetrics) => number, limits: Limits) =>
    within(estimate(runsOfArm(experiment, last, armIndex).map(of)), limits);
  return {
    name: arm.name,
    dropoutRate: arm.dropoutRate,
    training: over((run) => run.train.accuracy, limitsOf('training', 'accuracy')),
    validation: over((run) => run.validation.accuracy, limitsOf('validation', 'accuracy')),
    gap: over((run) => gapOf(run, 'accuracy'), limitsOf('gap', 'accuracy')),
    validationLoss: over((run) => run.validation.loss, limitsOf('validation', 'loss')),
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
