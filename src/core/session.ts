import type { Collection } from './collection';
import type { EngineReport, HeadEngineReport } from './engine';
import type { Experiment } from './experiment';
import type { FeatureRecord } from './featureRecord';
import type { EpochMetrics } from './metrics';
import type { Settings } from './settings';

/** One training, from its start: what it was told and what came out so far. */
export interface Session {
  /** What the log knows this run by. */
  readonly runId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Id of the built-in set, or null for the learner's own pictures. */
  readonly sample: string | null;
  readonly settings: Settings;
  readonly collection: Collection;
  readonly experiment: Experiment;
  readonly classNames: readonly string[];
  /** [N] true labels, in the row order of the experiment's trials. */
  readonly labels: Int32Array;
  /** Every picture's side is given by its folder or pin, so that all seeds share one split. */
  readonly splitFixed: boolean;
  readonly base: EngineReport;
  readonly features: FeatureRecord;
  readonly head: HeadEngineReport | null;
  readonly history: readonly EpochMetrics[];
  /** Measured over this training; null before the second epoch. */
  readonly runStepsPerSecond: number | null;
  /** It was brought back as a project kept it. Left out where it was trained since the page was opened. */
  readonly isRestored?: true;
}

export type Training =
  | { readonly phase: 'none' }
  | { readonly phase: 'running' | 'paused' | 'stopped' | 'finished'; readonly session: Session }
  | { readonly phase: 'failed'; readonly reason: string; readonly session: Session };

export type TrainingEvent =
  | { readonly type: 'started'; readonly session: Session }
  | { readonly type: 'engine chosen'; readonly head: HeadEngineReport }
  | {
      readonly type: 'epochs done';
      readonly epochs: readonly EpochMetrics[];
      readonly runStepsPerSecond: number | null;
    }
  | { readonly type: 'paused' | 'resumed' | 'ended' }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'forgotten' };

/** What happens to a training. Events that no longer fit (late ones) change nothing. */
export function reduceTraining(state: Training, event: TrainingEvent): Training {
  if (event.type === 'started') return { phase: 'running', session: event.session };
  if (event.type === 'forgotten') return { phase: 'none' };
  if (state.phase !== 'running' && state.phase !== 'paused') return state;
  const { session } = state;
  switch (event.type) {
    case 'engine chosen':
      return { ...state, session: { ...session, head: event.head } };
    case 'epochs done':
      return {
        ...state,
        session: {
          ...session,
          history: [...session.history, ...event.epochs],
          runStepsPerSecond: event.runStepsPerSecond ?? session.runStepsPerSecond,
        },
      };
    case 'paused':
      return { phase: 'paused', session };
    case 'resumed':
      return { phase: 'running', session };
    case 'ended':
      return { phase: session.history.length >= session.experiment.epochs ? 'finished' : 'stopped', session };
    case 'failed':
      return { phase: 'failed', reason: event.reason, session };
    default:
      return event satisfies never;
  }
}
