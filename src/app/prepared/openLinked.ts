import { t } from '@lingui/core/macro';
import { openProjectFile, type ProjectFile } from '../../images/projectReading';
import type { ProjectFilesGiven } from '../projectFile';
import { openedBefore, rememberOpened } from './openedBefore';
import { projectAtPath, type ProjectAtPath } from './projectAtPath';

interface OpenLinkedGiven extends Pick<ProjectFilesGiven, 'store' | 'projects'> {
  /** Does it with progress and cancel; false where it was cancelled. */
  readonly working: (doing: 'opening', name: string, work: (signal: AbortSignal) => Promise<void>) => Promise<boolean>;
  /** Puts it in the place of what is open, which is kept; false where it was cancelled. */
  readonly open: (project: ProjectFile, words: readonly string[]) => Promise<boolean>;
}

/**
 * Opens the project file that a link names. It becomes a project once: the same content opens that project as it is now,
 * with all that was done in it, for as long as it is kept in this browser. Another content at the same path is another
 * project, beside the one before.
 *
 * @returns false where it did not come, which the person hears of.
 */
export async function openLinked(given: OpenLinkedGiven, path: string, isReload: boolean): Promise<boolean> {
  const { store, projects, open } = given;
  const { projects: kept, project: current } = store.getState();
  const before = openedBefore().filter(({ project }) => kept.some(({ id }) => id === project));
  const done = () => {
    store.setState(({ project }) => ({ linkedProject: { path, id: project.id } }));
    return true;
  };
  const complain = (trouble: string) => {
    store.setState({ trouble });
    return false;
  };
  if (isReload && before.some((one) => one.path === path && one.project === current.id)) return done();
  const found = await fetched(given, path);
  if (found === null) return complain(cancelled(path));
  // Without a connection, what came of it last is better than nothing.
  const last = before.find((one) => (found.ok ? one.digest === found.digest : one.path === path));
  if (last) {
    await projects.open(last.project);
    return store.getState().project.id === last.project && done();
  }
  if (!found.ok) return complain(found.reason);
  const opened = await openProjectFile(found.file);
  if (!opened) return complain(noProject(path));
  if (!opened.ok) return complain(notOpened(path, opened.reason));
  if (!(await open(opened.project, []))) return complain(cancelled(path));
  rememberOpened({ path, digest: found.digest, project: store.getState().project.id });
  return done();
}

/** Null where it was cancelled. */
async function fetched({ working }: OpenLinkedGiven, path: string): Promise<ProjectAtPath | null> {
  const found: ProjectAtPath[] = [];
  await working('opening', path, async (signal) => {
    found.push(await projectAtPath(path, signal));
  });
  return found[0] ?? null;
}

const cancelled = (path: string) => t`Opening “${path}” was cancelled. Load the page again to open it.`;

const notOpened = (path: string, reason: string) => t`The project file “${path}” could not be opened. ${reason}`;

const noProject = (path: string) =>
  t`“${path}” is no project file of this page. Whoever made the link has to put one there: “Save as a file” makes it.`;
