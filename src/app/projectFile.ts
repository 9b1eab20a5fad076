import type { FileAnswer } from '../core/project/fileWork';
import type { SkippedFile } from '../images/import';
import type { PreparerPool } from '../images/pool';
import { messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { FileWorker } from './projectFileWork';
import type { Projects } from './projects/contract';
import type { LabStore } from './store';

/** Projects as files: one is saved, others are opened, or their pictures come into the project that is open. */
export interface ProjectFiles {
  /** Downloads the project that is open. */
  readonly save: () => Promise<void>;
  /**
   * Takes the project files out of these, and opens them or asks what to do with them.
   * @returns the other files, and those that would be project files but are damaged.
   */
  readonly take: (
    files: readonly File[],
  ) => Promise<{ readonly rest: readonly File[]; readonly damaged: readonly SkippedFile[] }>;
  /** @param answer to what the page asks of a project file; null: nothing is to be done. */
  readonly answer: (answer: FileAnswer | null) => void;
  /** Ends what is under way; nothing is changed by it. */
  readonly cancel: () => void;
}

export interface ProjectFilesGiven {
  readonly store: LabStore;
  readonly pool: PreparerPool;
  readonly pictures: PicturePixels;
  readonly projects: Pick<Projects, 'whole' | 'adopt'>;
  readonly onPictures: () => void;
}

/** Its code is fetched when there is a ZIP to look into, or a project to save. */
export function createProjectFiles(given: ProjectFilesGiven): ProjectFiles {
  const { store } = given;
  let loaded: FileWorker | null = null;
  const worker = async () => {
    const { createFileWorker } = await import('./projectFileWork');
    loaded ??= createFileWorker(given);
    return loaded;
  };
  const complain = (error: unknown) =>
    store.setState({ trouble: `This did not work (${messageOf(error)}). Your project is as it was. Try it again.` });
  return {
    save: async () => {
      await worker()
        .then(({ save }) => save())
        .catch(complain);
    },
    take: async (files) => {
      const all = { rest: files, damaged: [] };
      if (!files.some(mayBeProject)) return all;
      return worker()
        .then(({ take }) => take(files))
        .catch((error: unknown) => {
          complain(error);
          return all;
        });
    },
    answer: (answer) => loaded?.answer(answer),
    cancel: () => loaded?.cancel(),
  };
}

/** Only a ZIP can be one; what is in it decides. */
const mayBeProject = ({ name, type }: File) => /\.zip$/i.test(name) || /^application\/(x-)?zip/.test(type);
