import { createStore } from 'zustand';
import type { Collection, Picture, Side } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { TestResult } from '../../core/log/logEntry';
import type { SeedAnswers } from '../../core/mistakes/seedAnswers';

/** Whose answers are looked at: one trial's, or those of all together. */
type ShownSeeds = number | 'all';

/** Where it stands with getting the answers. */
export type Answering =
  /** All that is wanted is there. */
  | { readonly phase: 'idle' }
  | { readonly phase: 'working'; readonly done: number; readonly total: number }
  /** The base has not read the features back yet. */
  | { readonly phase: 'waiting' }
  /** The rest would take long, or was stopped: it comes when the person asks. */
  | { readonly phase: 'held' }
  /** The features that these heads need are not the present ones. */
  | { readonly phase: 'impossible'; readonly reason: string };

/** A training picture near another one. */
interface NearPicture {
  /** Row of the heads. */
  readonly row: number;
  readonly distance: number;
}

/** The opening of a test set. */
type Opening =
  | { readonly phase: 'none' }
  | { readonly phase: 'asking'; readonly done: number; readonly total: number }
  | { readonly phase: 'failed'; readonly reason: string };

/** Answers on an opened test set. */
export interface TestAnswers {
  readonly heads: TrainedHeads;
  readonly pictures: readonly Picture[];
  readonly seeds: readonly SeedAnswers[];
}

export interface MistakesState {
  readonly side: Side;
  readonly shown: ShownSeeds;
  /** What the answers are of; null: nothing can be shown. */
  readonly heads: TrainedHeads | null;
  /** By trial; null: not there yet. */
  readonly answers: Readonly<Record<Side, readonly (SeedAnswers | null)[]>>;
  readonly answering: Answering;
  /** By `nearKey`, with the pictures that they were found among. */
  readonly near: ReadonlyMap<string, { readonly found: readonly NearPicture[]; readonly among: Collection }>;
  /** By `confirmKey`: pictures whose label the person has called right on this visit. */
  readonly confirmed: ReadonlySet<string>;
  /** The list in which pictures were last changed; null: none yet. */
  readonly workedIn: string | null;
  /** Ids of pictures that came back from a test set on this visit. */
  readonly released: ReadonlySet<string>;
  readonly opening: Opening;
  /** The result of this visit, for when the log has no entry to keep it. */
  readonly testResult: TestResult | null;
  readonly testAnswers: TestAnswers | null;
}

export const nearKey = (trial: number, row: number): string => `${trial}:${row}`;

/** A label that was changed after all is asked about anew. */
export const confirmKey = (pictureId: string, classId: string): string => `${classId}:${pictureId}`;

export const noAnswers = { training: [], validation: [] } as const;

/** Of this station alone: nothing else on the page needs it. */
export const createMistakesStore = () =>
  createStore<MistakesState>()(() => ({
    side: 'validation',
    shown: 0,
    heads: null,
    answers: noAnswers,
    answering: { phase: 'idle' },
    near: new Map(),
    confirmed: new Set(),
    workedIn: null,
    released: new Set(),
    opening: { phase: 'none' },
    testResult: null,
    testAnswers: null,
  }));

export type MistakesStore = ReturnType<typeof createMistakesStore>;
