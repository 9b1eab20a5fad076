import type { CutsResult } from './cuts';
import type { SizesResult } from './sizes';
import { studyIds, type Study, type StudyId } from './study';
import type { TuningResult } from './tuning';
import type { WaysResult } from './ways';

/** What each study finds out. */
export interface StudyResults {
  readonly ways: WaysResult;
  readonly sizes: SizesResult;
  readonly cuts: CutsResult;
  readonly tuning: TuningResult;
}

/** Where the experiments of the station on transfer stand. */
export type WhyState = { readonly [K in StudyId]: Study<StudyResults[K]> };

export const nothingAsked: WhyState = {
  ways: { phase: 'none' },
  sizes: { phase: 'none' },
  cuts: { phase: 'none' },
  tuning: { phase: 'none' },
};

/** The experiment that runs; there is one worker that trains heads. */
export const runningStudy = (why: WhyState): StudyId | null =>
  studyIds.find((id) => why[id].phase === 'running') ?? null;
