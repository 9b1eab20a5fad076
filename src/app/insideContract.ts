import type { Checkpoint } from '../core/checkpoint';
import type { Dataset, Experiment } from '../core/experiment';
import type { TrainedHeads } from '../core/heads/trainedHeads';
import type { InsideState, Question } from '../core/inside/insideState';
import type { SimilarityKind } from '../core/inside/similarity';

/** Looks into the heads of the training under way or just done. */
export interface Inside {
  /** @param earlier heads that the training came to, where it was brought back: nothing else is known of it. */
  readonly begin: (experiment: Experiment, dataset: Dataset, earlier?: TrainedHeads) => Promise<void>;
  readonly add: (checkpoint: Checkpoint) => Promise<void>;
  /** There is no training any more. */
  readonly end: () => void;
  /** @param epoch null: always the latest */
  readonly showEpoch: (epoch: number | null) => void;
  readonly setMode: (mode: InsideState['mode']) => void;
  /** One stage of the slow step; after the last the next batch. */
  readonly step: () => void;
  readonly togglePlay: () => void;
  readonly showInBatch: (index: number) => void;
  /** @param row of the dataset */
  readonly showPicture: (row: number) => void;
  readonly setKind: (kind: SimilarityKind) => void;
  readonly ask: (question: Question) => void;
}
