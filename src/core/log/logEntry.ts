import type { FeatureRecord } from '../featureRecord';
import type { ConfusionCounts } from '../metrics';
import type { ReportEngine } from '../report';
import type { Settings } from '../settings';
import type { Estimate } from '../statistics';
import type { Verdict } from '../verdict';

/** One arm's means over the seeds, epoch by epoch; the first is epoch 1. Accuracies in [0, 1], losses in nats. */
export interface LogCurves {
  readonly arm: string;
  readonly dropoutRate: number;
  readonly training: readonly number[];
  readonly validation: readonly number[];
  readonly trainingLoss: readonly number[];
  readonly validationLoss: readonly number[];
}

/** One digest each; equal where that part of two collections is equal. */
export interface PictureParts {
  /** Which pictures there are. */
  readonly pictures: string;
  /** Which are in one class, whatever it is called. */
  readonly labels: string;
  /** Which are kept on one side together. */
  readonly groups: string;
  readonly pins: string;
  /** Which are set aside for the test. */
  readonly test: string;
}

/** What one run ended with. */
export interface LogRun {
  readonly arm: string;
  readonly dropoutRate: number;
  readonly seed: number;
  readonly training: number;
  readonly validation: number;
  readonly trainingLoss: number;
  readonly validationLoss: number;
}

/** What came out when the test set was opened. */
export interface TestResult {
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly pictures: number;
  /** Over the seeds, one per arm, in the order of the arms. */
  readonly arms: readonly { readonly name: string; readonly dropoutRate: number; readonly accuracy: Estimate }[];
  /** With dropout minus without, paired by seed; takes in the choice of the test pictures. */
  readonly difference: Estimate;
  /** What may be said about it. */
  readonly sentence: string;
  /** Ids of its pictures: none of them can be in a later test set. */
  readonly pictureIds?: readonly string[];
}

/** `interrupted`: it went no further here; the page was closed, or the project copied, in the middle. */
export type LogPhase = 'running' | 'finished' | 'stopped' | 'failed' | 'interrupted';

/** One experiment in the log. Plain data, all of it: it is kept in the browser and goes into project files. */
export interface LogEntry {
  readonly id: string;
  /** What people call it by, from 1 on; stays when others are removed. */
  readonly number: number;
  /** Name of the project that it came from, with a class mate's file; null: it was trained here. */
  readonly from: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** From the start to the last epoch, pauses included. */
  readonly seconds: number;
  readonly phase: LogPhase;
  /** Why it failed. */
  readonly reason: string | null;
  readonly settings: Settings;
  /** Id of the built-in set, or null for the learner's own pictures. */
  readonly sample: string | null;
  /** In the order of the head's outputs. */
  readonly classes: readonly {
    readonly name: string;
    /** Learned from or checked with. */
    readonly pictures: number;
    /** Set aside for the test, besides these. */
    readonly test: number;
    /** Tells its pictures apart from those of other classes, whatever it is called. */
    readonly digest: string;
  }[];
  /** Tells whether two runs had the same pictures in the same classes, groups, pins and test set: see `picturesDigest`. */
  readonly picturesDigest: string;
  /** Digests of what goes into `picturesDigest`, so that it can be told what differs; missing in older entries. */
  readonly pictureParts?: PictureParts;
  /** Pictures of the first seed. */
  readonly trained: number;
  readonly validated: number;
  readonly base: FeatureRecord;
  readonly engine: ReportEngine;
  /** Of the app and of what the numbers depend on, by package name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly epochsDone: number;
  readonly curves: readonly LogCurves[];
  readonly runs: readonly LogRun[];
  /**
   * What was answered on the validation pictures after the last epoch that came, over all seeds together; one per arm, in
   * the order of the arms, by true class and answer. Missing before the first epoch, and in older entries.
   */
  readonly confusion?: readonly ConfusionCounts[];
  readonly verdict: Verdict | null;
  /** The learner's own words. */
  readonly note: string;
  readonly pinned: boolean;
  readonly test: TestResult | null;
}
