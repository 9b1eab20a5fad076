import type { Collection, Picture } from './collection';
import type { TrainedHeads } from './heads/trainedHeads';
import type { KeptTraining } from './keptTraining';
import type { LogEntry } from './log/logEntry';
import type { Settings } from './settings';
import type { TestOpening } from './testOpenings';

/** A named piece of work: pictures, labels, split, settings. Its log and its heads are kept beside it, by its id. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly collection: Collection;
  /** Id of the built-in set that the collection is, unchanged: its pictures then need not be kept. */
  readonly sample: string | null;
  readonly settings: Settings;
  /** When its test set was opened, in ms since 1970; null: it is locked, or there is none. */
  readonly testOpenedAt: number | null;
  /** Highest number of the experiments that were removed from its log, which no other gets; left out: none was. */
  readonly lastNumber?: number | undefined;
  /** Its test sets that were opened, kept apart from the log, which can be deleted; left out: none was. */
  readonly testOpenings?: readonly TestOpening[] | undefined;
  /**
   * Pictures whose bytes could not be read when it was opened last. They are not in the collection, and what is stored of
   * them stays as it is until the person gives them up; left out: there are none.
   */
  readonly unreadable?: readonly Picture[] | undefined;
}

/** Everything of a project, as it goes into a file and comes out of one. */
export interface WholeProject {
  readonly project: Project;
  /** What the model sees of each picture, by content hash. */
  readonly pngs: ReadonlyMap<string, Blob>;
  readonly log: readonly LogEntry[];
  /** By run id; of the runs whose heads are kept. */
  readonly heads: ReadonlyMap<string, TrainedHeads>;
  /** The last one that was done or stopped here, with its curves; null: there is none. */
  readonly training: KeptTraining | null;
}

/** What the list of projects says of each. */
export interface ProjectSummary extends Pick<Project, 'id' | 'name' | 'savedAt'> {
  readonly pictures: number;
  /** They are the learner's own, not a built-in set. */
  readonly isOwn: boolean;
  /** Experiments in its log. */
  readonly runs: number;
}
