import { createStore } from 'zustand';
import { emptyRecord, type LessonRecord } from '../../lessons/record';

/** A set-up's run that is under way. */
interface Running {
  readonly tryId: string;
  readonly setUp: string;
}

export interface LessonState {
  readonly record: LessonRecord;
  /** Answers are kept in this browser; `memory`: only until the page is left, because the browser denies storage. */
  readonly kept: 'loading' | 'browser' | 'memory';
  readonly running: Running | null;
  /** By set-up: why its run came to nothing, in a sentence. */
  readonly failed: ReadonlyMap<string, string>;
  /** For those who do not see it: what has just come out. */
  readonly said: string;
}

export const createLessonState = () =>
  createStore<LessonState>()(() => ({
    record: emptyRecord,
    kept: 'loading',
    running: null,
    failed: new Map(),
    said: '',
  }));

export type LessonStore = ReturnType<typeof createLessonState>;
