import type { Project, ProjectSummary } from '../core/project';
import { defaultName } from '../core/projectName';
import { answer, keysIn, reading, under, writing } from './database';
import { StorageHangs } from './opening';
import { headsPrefix, logPrefix, pngKey, prefixes, projectKey, trainingKey, workKey } from './projectKeys';

/** What the version before kept. */
type Work = Pick<Project, 'id' | 'savedAt' | 'collection' | 'settings'>;

/** Another tab has saved or deleted the project since this one read or saved it. */
export class SavedElsewhere extends Error {}

/** What is kept, the newest first. @throws where the browser denies storage. */
export const listProjects = (): Promise<readonly ProjectSummary[]> =>
  reading(async (store) => {
    const projects = await allProjects(store);
    const runs = await Promise.all(projects.map(({ id }) => answer(store.count(under(logPrefix(id))))));
    return projects
      .map(({ id, name, collection, savedAt, sample }, i) => ({
        id,
        name,
        pictures: collection.pictures.length,
        isOwn: sample === null && collection.pictures.length > 0,
        runs: runs[i] ?? 0,
        savedAt,
      }))
      .toSorted((a, b) => b.savedAt - a.savedAt);
  });

/** Null where it is not kept. @throws where the browser denies storage. */
export const loadProject = (id: string): Promise<Project | null> => reading((store) => projectIn(store, id));

/** PNGs that are read in one transaction. */
const chunk = 100;

export interface StoredPngs {
  /** By content hash; those that the browser has evicted are missing. */
  readonly pngs: ReadonlyMap<string, Blob>;
  /** Content hashes of those that are there and cannot be read. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * @param isPart whether others of the same project are at hand, so that storage is known to have worked.
 * @throws where the browser denies storage, does not answer, or where none of several can be read that are no part.
 */
export async function loadPngs(wanted: ReadonlySet<string>, isPart = false): Promise<StoredPngs> {
  const hashes = [...wanted];
  const isTelling = isPart || hashes.length === 1;
  const pngs = new Map<string, Blob>();
  const unreadable = new Set<string>();
  const read = (some: readonly string[]) =>
    reading(async (store) => {
      for (const hash of some) {
        const blob = await answer<Blob | undefined>(store.get(pngKey(hash)));
        if (blob) pngs.set(hash, blob);
      }
    });
  for (let from = 0; from < hashes.length; from += chunk) {
    const some = hashes.slice(from, from + chunk);
    try {
      await read(some);
    } catch (error) {
      if (error instanceof StorageHangs) throw error;
      for (const hash of some)
        await read([hash]).catch((fault: unknown) => {
          unreadable.add(hash);
          // Then it is no picture's fault.
          if (!isTelling && unreadable.size === hashes.length) throw fault;
        });
    }
  }
  return { pngs, unreadable };
}

/**
 * Keeps the project; writes only the PNGs that are not there yet, and lets go of those that no project uses any more.
 * All in one transaction: another tab can neither delete a PNG that this one counts on, nor the other way round.
 *
 * @param since when this tab last read or saved it; null: it is new here.
 * @param png of a picture, by content hash; null: all of them are kept already.
 * @returns whether it was there before.
 * @throws SavedElsewhere where another tab saved it since; where the browser denies storage or it is full.
 */
export const saveProject = (
  project: Project,
  since: number | null,
  png: ((hash: string) => Blob | undefined) | null,
): Promise<boolean> =>
  writing(async (store) => {
    const before = await projectIn(store, project.id);
    if (before && before.savedAt !== since) throw new SavedElsewhere();
    const wanted = keptHashes(project);
    if (wanted.length > 0 && png) {
      const present = new Set(await keysIn(store, under(prefixes.png)));
      // Added once more, those are written anew, whichever project they were found damaged in.
      const projects = [project, ...(await allProjects(store))];
      for (const { hash } of projects.flatMap(({ unreadable = [] }) => unreadable)) present.delete(pngKey(hash));
      for (const hash of wanted) {
        const blob = present.has(pngKey(hash)) ? undefined : png(hash);
        if (blob) store.put(blob, pngKey(hash));
      }
    }
    store.put(project, projectKey(project.id));
    store.delete(workKey(project.id));
    const still = new Set(wanted);
    if (before)
      await letGo(
        store,
        keptHashes(before).filter((hash) => !still.has(hash)),
      );
    return before !== null;
  });

/** Deletes a project with its log, its heads, its last training, and the pictures that no other has. */
export const removeProject = (id: string): Promise<void> =>
  writing(async (store) => {
    const before = await projectIn(store, id);
    store.delete(projectKey(id));
    store.delete(workKey(id));
    store.delete(under(logPrefix(id)));
    store.delete(under(headsPrefix(id)));
    store.delete(trainingKey(id));
    if (before) await letGo(store, keptHashes(before));
  });

/** Deletes the PNGs that no project names: a page that was closed in the middle may have left some. */
export const tidyPngs = (): Promise<void> =>
  writing(async (store) =>
    letGo(
      store,
      (await keysIn(store, under(prefixes.png))).map((key) => key.slice(prefixes.png.length)),
    ),
  );

/** Deletes those of the PNGs that no project names. */
async function letGo(store: IDBObjectStore, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const used = new Set((await allProjects(store)).flatMap(keptHashes));
  for (const hash of hashes) if (!used.has(hash)) store.delete(pngKey(hash));
}

async function allProjects(store: IDBObjectStore): Promise<readonly Project[]> {
  const projects: readonly Project[] = await answer(store.getAll(under(prefixes.project)));
  const works: readonly Work[] = await answer(store.getAll(under(prefixes.work)));
  const known = new Set(projects.map(({ id }) => id));
  return [...projects, ...works.filter(({ id }) => !known.has(id)).map(projectOf)];
}

async function projectIn(store: IDBObjectStore, id: string): Promise<Project | null> {
  const project: Project | undefined = await answer(store.get(projectKey(id)));
  if (project) return project;
  const work: Work | undefined = await answer(store.get(workKey(id)));
  return work ? projectOf(work) : null;
}

const projectOf = (work: Work): Project => ({
  ...work,
  name: defaultName(work.collection, null),
  sample: null,
  testOpenedAt: null,
});

/** A built-in set comes with the page: its pictures need not be kept. */
const keptHashes = ({ sample, collection, unreadable = [] }: Project): readonly string[] => [
  ...new Set([...(sample === null ? collection.pictures : []), ...unreadable].map(({ hash }) => hash)),
];
