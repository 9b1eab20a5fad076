import type { Collection } from '../collection';
import type { Experiment, Trial } from '../experiment';
import type { EngineReport } from '../engine';
import type { FeatureRecord } from '../featureRecord';
import { tuningKeys, type Settings } from '../settings';

/** The experiments of the station on transfer, as links name them. */
export const studyIds = ['ways', 'sizes', 'cuts', 'tuning'] as const;
export type StudyId = (typeof studyIds)[number];

/** What is under way in a study. */
export interface Doing {
  /** "Training from scratch" */
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** Of what `words` say; null: not known yet. */
  readonly secondsLeft: number | null;
}

/** Where a study stands. `result` holds what came of it so far, and stays when it is stopped or fails. */
export type Study<R> =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly doing: Doing; readonly result: R | null }
  | { readonly phase: 'stopped'; readonly result: R | null }
  | { readonly phase: 'failed'; readonly reason: string; readonly result: R | null }
  | { readonly phase: 'done'; readonly result: R };

export const resultOf = <R>(study: Study<R>): R | null => (study.phase === 'none' ? null : study.result);

/** What every result knows of where it comes from. */
export interface Origin {
  readonly settings: Settings;
  readonly collection: Collection;
  /** One per seed, with all the training pictures that there are; a study with several numbers of them takes fewer. */
  readonly trials: readonly Trial[];
  /** C */
  readonly classes: number;
  /** What the pictures' features are, and which engine they are from. */
  readonly base: FeatureRecord;
  readonly engine: EngineReport;
}

/**
 * What the studies train with. They are about what is known beforehand and nothing else, so all labels are right, no
 * copies are made and nothing is dropped: wrong labels and dropout have their own station.
 */
export const studySettings = (settings: Settings): Settings => ({ ...settings, noise: 0, copies: 0 });

/** One arm, dropout off. */
export function studyExperiment(settings: Settings, trials: readonly Trial[], isStandardised: boolean): Experiment {
  const { hidden, dropoutAt, epochs, batch, lr, l2 } = settings;
  return {
    arms: [{ name: 'without dropout', dropoutRate: 0 }],
    trials,
    hidden,
    dropoutAt,
    epochs,
    batch,
    lr,
    l2,
    isStandardised,
  };
}

/** Settings that a study does not read: some none does, those of dropout and of fine-tuning are one study's alone. */
const unread = (study: StudyId): readonly (keyof Settings)[] => [
  'noise',
  'copies',
  'rotation',
  'engine',
  ...(study === 'tuning' ? [] : ([...tuningKeys, 'dropout', 'dropoutAt'] as const)),
  ...(study === 'sizes' ? (['perClass'] as const) : []),
];

/** Whether a study's result is no longer what the present settings would give. */
export function isOutdated(study: StudyId, origin: Origin, settings: Settings, collection: Collection): boolean {
  const left = new Set<string>(unread(study));
  const read = (of: Settings) => JSON.stringify(Object.entries(of).filter(([key]) => !left.has(key)));
  return origin.collection !== collection || read(origin.settings) !== read(settings);
}
