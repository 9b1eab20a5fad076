import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { WholeProject } from '../../core/project';

/** What can be done with whole projects. One of them is open; the others are kept in the browser. */
export interface Projects {
  /** Everything of the project that is open: what is kept of it, and what has changed since. */
  readonly whole: () => Promise<WholeProject>;
  /**
   * Puts a project that came from elsewhere in the place of what is there, which is kept. It gets a fresh id where
   * another project has its own.
   */
  readonly adopt: (whole: WholeProject) => Promise<void>;
  /** A new, empty project; what is there is kept. */
  readonly create: () => Promise<void>;
  /** Puts a kept project in the place of what is there, which is kept in its turn. */
  readonly open: (id: string) => Promise<void>;
  /** Names the project that is open. */
  readonly rename: (name: string) => void;
  /** A copy of the project that is open, with its log and heads; the copy is what is open then. */
  readonly duplicate: () => Promise<void>;
  /** Deletes a project with its log and heads; where it is the one that is open, an empty one takes its place. */
  readonly remove: (id: string) => Promise<void>;
  /** Makes the heads of a run of this project those that are used; false where they are not kept, or a training is under way. */
  readonly useHeads: (runId: string) => Promise<boolean>;
  /** Runs of this project whose heads are kept, so that they can be used. */
  readonly keptHeads: () => Promise<readonly string[]>;
  /**
   * Keeps heads that came with another project's experiments beside those of this one, as many as there is room for.
   * @returns how many.
   */
  readonly takeHeads: (heads: readonly TrainedHeads[]) => Promise<number>;
  /** Keeps what has changed. True where the project that is open is kept in this browser as it is now. */
  readonly keep: () => Promise<boolean>;
  /** Reads the list of projects anew: another tab may have changed it. */
  readonly refresh: () => Promise<void>;
  /** The project is open in another tab, or went on there: it is taken over, as it was saved there. */
  readonly goOnHere: () => Promise<void>;
  /** The project is open in another tab, or went on there: this tab goes on with a copy. */
  readonly workOnCopy: () => Promise<void>;
}
