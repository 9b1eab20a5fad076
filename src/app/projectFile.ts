import { t } from '@lingui/core/macro';
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
   * Takes the project files out of these, whatever they are called, and opens them or asks what to do with them.
   * @returns the other files, and those that would be project files but are damaged.
   */
  readonly take: (
    files: readonly File[],
  ) => Promise<{ readonly rest: readonly File[]; readonly damaged: readonly SkippedFile[] }>;
  /**
   * Opens a project file that lies below the page's own address, and keeps it as a project; the one that is open is kept
   * as well. The same file again opens the project that came of it, as it is now, as long as that is kept.
   *
   * @param path checked, see `core/projectPath`.
   * @param isReload where its project is open already, that is enough.
   * @returns false where it did not come, which the person hears of.
   */
  readonly openLinked: (path: string, isReload: boolean) => Promise<boolean>;
  /** @param answer to what the page asks of a project file; null: nothing is to be done. */
  readonly answer: (answer: FileAnswer | null) => void;
  /** Ends what is under way; nothing is changed by it. */
  readonly cancel: () => void;
}

export interface ProjectFilesGiven {
  readonly store: LabStore;
  readonly pool: PreparerPool;
  readonly pictures: PicturePixels;
  readonly projects: Pick<Projects, 'whole' | 'adopt' | 'takeHeads' | 'open'>;
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
    store.setState({ trouble: t`This did not work (${messageOf(error)}). Your project is as it was. Try it again.` });
  return {
    save: async () => {
      await worker()
        .then(({ save }) => save())
        .catch(complain);
    },
    take: async (files) => {
      const areZips: boolean[] = [];
      // Two thousand asked for at once would hold the page's thread for a fifth of a second.
      for (let from = 0; from < files.length; from += readAtOnce)
        areZips.push(...(await Promise.all(files.slice(from, from + readAtOnce).map(isZip))));
      const zips = files.filter((_, i) => areZips[i]);
      if (zips.length === 0) return { rest: files, damaged: [] };
      try {
        const { take } = await worker();
        const { rest, damaged } = await take(zips);
        return { rest: files.filter((file, i) => !areZips[i] || rest.includes(file)), damaged };
      } catch (error) {
        complain(error);
        return { rest: files, damaged: [] };
      }
    },
    openLinked: async (path, isReload) => {
      try {
        return await (await worker()).openLinked(path, isReload);
      } catch (error) {
        complain(error);
        return false;
      }
    },
    answer: (answer) => loaded?.answer(answer),
    cancel: () => loaded?.cancel(),
  };
}

/** Beginnings of files that are read side by side. */
const readAtOnce = 50;

const zipStart = [0x50, 0x4b, 0x03, 0x04];

/** Only a ZIP can be one, whatever it is called; what is in it decides. One that cannot be read is told as a picture. */
async function isZip(file: File): Promise<boolean> {
  const head = await file
    .slice(0, zipStart.length)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  const bytes = new Uint8Array(head);
  return zipStart.every((byte, i) => bytes[i] === byte);
}
