import type {
  AnswersView,
  KnockOutView,
  MonteCarloView,
  NetworkView,
  PredictView,
  SimilarityCourse,
  SimilarityView,
  StepView,
  SubnetworkStrip,
} from './inside';
import type { SimilarityKind } from './similarity';

/** The stages of one step, taken slowly: forward with the mask, loss, backward, update. */
type StepStage = 0 | 1 | 2 | 3;

/** What can be asked for, besides what is always shown. */
export type Question = 'similarity' | 'knockOut' | 'monteCarlo';

/** What is looked at inside the heads of a training, and what is known of it. */
export interface InsideState {
  /** Epochs that can be looked at, ascending; 0 is the start. Empty: nothing was trained. */
  readonly epochs: readonly number[];
  /** Bytes that the snapshots take. */
  readonly bytes: number;
  /** Seeds that are measured. */
  readonly trials: number;
  /** The epoch looked at; null: always the latest. */
  readonly chosen: number | null;
  readonly mode: 'masks' | 'predict';
  readonly playing: boolean;
  readonly stage: StepStage;
  /** Index into the batch of the picture whose masks are drawn. */
  readonly shownInBatch: number;
  /** Dataset row of the picture that is predicted; null: the first of validation. */
  readonly row: number | null;
  readonly kind: SimilarityKind;
  readonly network: NetworkView | null;
  readonly step: StepView | null;
  readonly strip: SubnetworkStrip | null;
  readonly answers: AnswersView | null;
  readonly predict: PredictView | null;
  readonly similarity: SimilarityView | null;
  readonly course: SimilarityCourse | null;
  readonly knockOut: KnockOutView | null;
  readonly monteCarlo: MonteCarloView | null;
  readonly asked: readonly Question[];
  /** Being worked out now. */
  readonly busy: readonly Question[];
  /** Why it cannot be looked inside; null: it can. */
  readonly trouble: string | null;
}

export const nothingInside: InsideState = {
  epochs: [],
  bytes: 0,
  trials: 0,
  chosen: null,
  mode: 'masks',
  playing: false,
  stage: 0,
  shownInBatch: 0,
  row: null,
  kind: 'weights',
  network: null,
  step: null,
  strip: null,
  answers: null,
  predict: null,
  similarity: null,
  course: null,
  knockOut: null,
  monteCarlo: null,
  asked: [],
  busy: [],
  trouble: null,
};

/** The epoch that is looked at; null: there is none. An epoch that was let go of gives way to the nearest kept. */
export function shownEpoch({ epochs, chosen }: Pick<InsideState, 'epochs' | 'chosen'>): number | null {
  const latest = epochs.at(-1);
  if (latest === undefined) return null;
  if (chosen === null) return latest;
  return epochs.reduce((best, e) => (Math.abs(e - chosen) < Math.abs(best - chosen) ? e : best), latest);
}

/**
 * The epoch after which the step that is shown is taken: the one looked at, and at the last one the one before, whose steps
 * were the last there were. Null: there is no step.
 *
 * @param last epoch that a training under way will have, or that one which has ended had
 */
export function stepAfter(state: Pick<InsideState, 'epochs' | 'chosen'>, last: number): number | null {
  const shown = shownEpoch(state);
  if (shown === null) return null;
  if (shown < last) return shown;
  return state.epochs.findLast((e) => e < shown) ?? null;
}
