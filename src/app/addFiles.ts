import { plural } from '@lingui/core/macro';
import { emptyReport } from '../core/importReport';
import type { Importer } from './importing';
import type { ProjectFiles } from './projectFile';
import type { LabStore } from './store';

interface AddFilesGiven {
  readonly store: LabStore;
  readonly importer: Pick<Importer, 'add'>;
  readonly projectFiles: Pick<ProjectFiles, 'take'>;
}

/**
 * Brings files into the project that is open now: project files by themselves, all others as pictures. Looking into them
 * takes a while; where another project was opened by then, they are not put into that.
 *
 * @param classId where the pictures go; null: where their folders say.
 * @param group all of them belong together.
 */
export async function addFiles(
  { store, importer, projectFiles }: AddFilesGiven,
  files: readonly File[],
  classId: string | null,
  group?: string,
): Promise<void> {
  const { id } = store.getState().project;
  const { rest, damaged } = await projectFiles.take(files);
  if (store.getState().project.id !== id) {
    if (rest.length + damaged.length > 0) store.setState({ trouble: leftOutWords(rest.length + damaged.length) });
    return;
  }
  if (rest.length > 0) await importer.add(rest, classId, group);
  if (damaged.length === 0) return;
  // Beside what became of the others; the report of an earlier import is over.
  const before = rest.length > 0 ? store.getState().report : null;
  const { skipped, ...report } = before ?? emptyReport;
  store.setState({ report: { ...report, skipped: [...skipped, ...damaged] } });
}

/** Of files, or frames of a recording, that came too late. */
export function leftOutWords(n: number, what: 'file' | 'frame' = 'file'): string {
  return what === 'file'
    ? plural(n, {
        one: 'Another project was opened before # file could be added, so it was left out. Add it once more where you want it.',
        other:
          'Another project was opened before # files could be added, so they were left out. Add them once more where you want them.',
      })
    : plural(n, {
        one: 'Another project was opened before # frame could be added, so it was left out. Record once more where you want it.',
        other:
          'Another project was opened before # frames could be added, so they were left out. Record once more where you want them.',
      });
}
