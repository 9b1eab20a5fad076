import type { Destination } from './merge';
import type { ProjectManifest } from './projectManifest';

/** What the page is doing with a project file. */
export type FileWork =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'working';
      readonly doing: 'saving' | 'opening' | 'adding';
      /** Of the project. */
      readonly name: string;
      /** Pictures, and runs with heads. */
      readonly done: number;
      readonly total: number;
    }
  /** The page holds pictures: what is to be done with those of the file? */
  | {
      readonly phase: 'asking';
      readonly fileName: string;
      readonly manifest: ProjectManifest;
      /** What could not be read so far, a sentence each. */
      readonly notes: readonly string[];
    };

/** What the person wants done with it. */
export type FileAnswer =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'merge';
      readonly destinations: ReadonlyMap<string, Destination>;
      readonly keepsTest: boolean;
      readonly takesLog: boolean;
    };
