import { t } from '@lingui/core/macro';
import { csvFormat } from 'd3-dsv';
import type { Engine, EngineReport, EngineSwitch } from './engine';
import { runsOf, type Experiment } from './experiment';
import type { FeatureRecord } from './featureRecord';
import type { EpochMetrics, RunMetrics, Score } from './metrics';
import type { Settings } from './settings';
import type { Verdict } from './verdict';

/** What computed this training. */
export interface ReportEngine {
  /** Engine of the frozen base, and its WebGL renderer where it has one. */
  readonly base: Engine;
  readonly renderer: string | null;
  /** Bits of a number on that engine. */
  readonly bits: EngineReport['bits'];
  /** Pictures per second of each engine, where they were compared. */
  readonly measured: EngineReport['measured'];
  /** Engine that trained the head, or finished it; null: not chosen yet. */
  readonly head: Engine | null;
  /** Where the head's engine failed in the middle and another one went on; null: it did not. */
  readonly switched: EngineSwitch | null;
}

/** The experiment as it is downloaded; `docs/experiment-schema.md` says what each field means. */
export interface Report {
  readonly schema: 'transfer-lab/experiment@1';
  readonly settings: Settings;
  readonly engine: ReportEngine;
  readonly base: FeatureRecord;
  readonly versions: Readonly<Record<string, string>>;
  readonly dataset: {
    readonly classes: readonly string[];
    /** Pictures of the first seed. */
    readonly train: number;
    readonly validation: number;
    /** `copies`: altered copies of the training pictures, learned from besides. */
    readonly seeds: readonly {
      readonly seed: number;
      readonly train: number;
      readonly validation: number;
      readonly copies: number;
    }[];
  };
  readonly runs: readonly ReportRun[];
  readonly verdict: Verdict | null;
}

interface ReportRun {
  readonly arm: string;
  readonly dropoutRate: number;
  readonly seed: number;
  readonly history: readonly ({ readonly epoch: number } & Readonly<Record<'train' | 'validation' | 'seen', Score>>)[];
}

export interface ReportSource {
  readonly settings: Settings;
  readonly engine: ReportEngine;
  readonly base: FeatureRecord;
  readonly versions: Readonly<Record<string, string>>;
  readonly classNames: readonly string[];
  readonly experiment: Experiment;
  readonly history: readonly EpochMetrics[];
  readonly verdict: Verdict | null;
}

export function reportOf(source: ReportSource): Report {
  const { settings, engine, base, versions, classNames, experiment, history, verdict } = source;
  const seeds = experiment.trials.map(({ seed, training, validation, copies }) => ({
    seed,
    train: training.length,
    validation: validation.length,
    copies: copies.length,
  }));
  return {
    schema: 'transfer-lab/experiment@1',
    settings,
    engine,
    base,
    versions,
    dataset: { classes: classNames, train: seeds[0]?.train ?? 0, validation: seeds[0]?.validation ?? 0, seeds },
    runs: reportRuns(experiment, history),
    verdict,
  };
}

/** Numbers are written so that they read back as the very same doubles. */
export const reportJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

/** One row per run and epoch; a header even when there is none. */
export const reportCsv = (report: Report): string =>
  `${csvFormat(
    report.runs.flatMap(({ arm, dropoutRate, seed, history }) =>
      history.map(({ epoch, train, validation, seen }) => ({
        arm,
        dropoutRate,
        seed,
        epoch,
        trainLoss: train.loss,
        trainAccuracy: train.accuracy,
        validationLoss: validation.loss,
        validationAccuracy: validation.accuracy,
        seenLoss: seen.loss,
        seenAccuracy: seen.accuracy,
      })),
    ),
    columns,
  )}\n`;

const columns = [
  'arm',
  'dropoutRate',
  'seed',
  'epoch',
  'trainLoss',
  'trainAccuracy',
  'validationLoss',
  'validationAccuracy',
  'seenLoss',
  'seenAccuracy',
] as const;

function reportRuns(experiment: Experiment, history: readonly EpochMetrics[]): readonly ReportRun[] {
  return runsOf(experiment).map(({ arm, trial }, r) => ({
    arm: arm.name,
    dropoutRate: arm.dropoutRate,
    seed: trial.seed,
    history: history.map(({ epoch, runs }) => ({ epoch, ...scoresOf(runs[r], r, epoch) })),
  }));
}

function scoresOf(run: RunMetrics | undefined, r: number, epoch: number): RunMetrics {
  if (!run) throw new RangeError(t`Epoch ${epoch} has no run ${r}.`);
  const { train, validation, seen } = run;
  return { train, validation, seen };
}
