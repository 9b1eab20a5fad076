import { t } from '@lingui/core/macro';
import type { LogEntry } from '../../core/log/logEntry';
import type { Project, ProjectSummary } from '../../core/project';
import { saveAtOnce } from '../../storage/atOnce';
import { loadLog, saveLog } from '../../storage/log';
import {
  listProjects,
  loadPngs,
  loadProject,
  removeProject,
  SavedElsewhere,
  saveProject,
  tidyPngs,
  type StoredPngs,
} from '../../storage/projects';
import { notDeletedWords, notKeptWords } from './notKept';
import { createQueue } from './queue';

/** What is kept of a project beside its pictures and its heads. */
export interface Kept {
  readonly project: Project;
  readonly log: readonly LogEntry[];
}

/** Projects in this browser, or, where it does not keep them, in memory until the tab is closed. */
export interface Keeper {
  /** Reads what there is, the newest first; another tab may have changed it. Null where it cannot be read. */
  readonly list: () => Promise<readonly ProjectSummary[] | null>;
  /** Null where there is none. @throws where it cannot be read: it must not pass for one that is not there. */
  readonly load: (id: string) => Promise<Kept | null>;
  /** @param wanted content hashes. @throws where storage cannot be read. */
  readonly loadPngs: (wanted: ReadonlySet<string>, isPart: boolean) => Promise<StoredPngs>;
  /** Keeps what has changed. */
  readonly save: (kept: Kept) => Promise<Saved>;
  /** The same where the page is about to go away, and may hear no answer any more. True when it is kept. */
  readonly saveAtOnce: (kept: Kept) => Promise<boolean>;
  /** False where it is still there, which the person hears of. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Is the project, as it is now, in memory only? */
  readonly isInMemory: (id: string) => boolean;
  /** Content hashes of the learner's own pictures that are in memory only. */
  readonly held: () => ReadonlySet<string>;
  /** Lets go of pictures that no project has. */
  readonly tidy: () => Promise<void>;
  /** Tries once more to keep what is in memory only. */
  readonly retry: () => Promise<void>;
}

/** Another tab saved the project since, and nothing was written (`elsewhere`); or it could not be (`in memory`). */
type Saved = 'kept' | 'in memory' | 'elsewhere';

/** What stands in the browser's storage, as far as this tab knows. */
interface Written extends Kept {
  readonly entries: ReadonlyMap<string, LogEntry>;
}

interface KeeperGiven {
  /** Of a picture, by content hash. */
  readonly png: (hash: string) => Blob | undefined;
  /** One sentence about what is not kept; null: that is over. */
  readonly onTrouble: (sentence: string | null) => void;
  /** Told whenever a project was written. */
  readonly onWritten: (project: Project) => void;
  /** Told whenever the list of projects is another one. The newest first. */
  readonly onList: (list: readonly ProjectSummary[]) => void;
}

export function createKeeper({ png, onTrouble, onWritten, onList }: KeeperGiven): Keeper {
  /** Whatever could not be written, by id. */
  const memory = new Map<string, Kept>();
  const written = new Map<string, Written>();
  /** Projects that were seen in the browser's storage. */
  const stored = new Set<string>();
  let listed: readonly ProjectSummary[] = [];
  let isTold = false;

  // An older state must never land on a newer one.
  const inTurn = createQueue();

  const complain = (error: unknown) => {
    // Said once: it would come back with every change after it was dismissed.
    if (!isTold) onTrouble(notKeptWords(error));
    isTold = true;
  };

  const list = (of: readonly ProjectSummary[]) => {
    listed = of.toSorted((a, b) => b.savedAt - a.savedAt);
    onList(listed);
    return listed;
  };
  const others = (id: string) => listed.filter((one) => one.id !== id);

  const remember = ({ project, log }: Kept) =>
    written.set(project.id, { project, log, entries: new Map(log.map((entry) => [entry.id, entry])) });

  async function write(kept: Kept): Promise<Saved> {
    const { project, log } = kept;
    const last = written.get(project.id);
    if (last && !memory.has(project.id) && isSame(last, kept)) return 'kept';
    try {
      const savedAt = savedNow(last);
      const saved = { ...project, savedAt };
      const hasPictures = last?.project.collection === project.collection && last.project.sample === project.sample;
      const wasThere = await saveProject(saved, last?.project.savedAt ?? null, hasPictures ? null : png);
      // Deleted by another tab, all of it is written anew: the pictures with the next line.
      if (!wasThere && hasPictures) await saveProject(saved, savedAt, png);
      const { entries, removed } = changesIn(log, wasThere ? last?.entries : undefined);
      // Should the log not be kept, the project is: the next time goes on from here.
      remember({ project: saved, log: wasThere ? (last?.log ?? []) : [] });
      if (entries.length + removed.length > 0) await saveLog(project.id, entries, removed);
      remember({ project: saved, log });
      memory.delete(project.id);
      if (isTold && memory.size === 0) onTrouble(null);
      isTold &&= memory.size > 0;
      onWritten(saved);
      list([summaryOf({ project: saved, log }), ...others(project.id)]);
      return 'kept';
    } catch (error) {
      if (error instanceof SavedElsewhere) return 'elsewhere';
      const unsaved = { project: { ...project, savedAt: Date.now() }, log };
      memory.set(project.id, unsaved);
      list([summaryOf(unsaved), ...others(project.id)]);
      complain(error);
      return 'in memory';
    }
  }

  return {
    list: () =>
      inTurn(async () => {
        const kept = await listProjects().catch((error: unknown) => {
          complain(error);
          return null;
        });
        const inMemory = [...memory.values()].map(summaryOf);
        const all = list([...inMemory, ...(kept ?? listed).filter(({ id }) => !memory.has(id))]);
        for (const { id } of kept ?? []) stored.add(id);
        return kept && all;
      }),
    load: (id) =>
      inTurn(async () => {
        const inMemory = memory.get(id);
        if (inMemory) return inMemory;
        const project = await loadProject(id);
        if (!project) return null;
        const kept = { project, log: await loadLog(id) };
        remember(kept);
        return kept;
      }),
    loadPngs,
    save: (kept) => inTurn(() => write(kept)),
    async saveAtOnce({ project, log }) {
      const last = written.get(project.id);
      if (last && isSame(last, { project, log })) return true;
      const saved = { ...project, savedAt: savedNow(last) };
      const known = new Set(last?.project.sample === null ? hashesOf(last.project) : []);
      const fresh = project.sample === null ? hashesOf(project).filter((hash) => !known.has(hash)) : [];
      const pngs = new Map(fresh.flatMap((hash) => [[hash, png(hash)] as const]).filter(isThere));
      remember({ project: saved, log });
      try {
        await saveAtOnce({ project: saved, pngs, ...changesIn(log, last?.entries) });
        return true;
      } catch {
        // Should the page live on after all, it is written once more.
        if (last) written.set(project.id, last);
        else written.delete(project.id);
        return false;
      }
    },
    tidy: () => inTurn(() => tidyPngs().catch(() => undefined)),
    remove: (id) =>
      inTurn(async () => {
        try {
          await removeProject(id);
        } catch (error) {
          // Where storage was denied all along there is nothing to delete.
          if (stored.has(id) || written.has(id)) {
            onTrouble(notDeletedWords(listed.find((one) => one.id === id)?.name ?? t`The project`, error));
            return false;
          }
        }
        for (const known of [memory, written, stored]) known.delete(id);
        list(others(id));
        return true;
      }),
    isInMemory: (id) => memory.has(id),
    held: () =>
      new Set([...memory.values()].flatMap(({ project }) => (project.sample === null ? hashesOf(project) : []))),
    retry: async () => {
      for (const id of memory.keys())
        await inTurn(async () => {
          // Until its turn it may have been kept, or be another state.
          const kept = memory.get(id);
          if (kept) await write(kept);
        });
    },
  };
}

/** Later than the last time, however fast the clock. */
const savedNow = (last: Kept | undefined) => Math.max(Date.now(), (last?.project.savedAt ?? 0) + 1);

const hashesOf = ({ collection }: Project) => collection.pictures.map(({ hash }) => hash);

const isThere = (one: readonly [string, Blob | undefined]): one is readonly [string, Blob] => one[1] !== undefined;

/** What of the log is to be written. @param before as it is stored. */
function changesIn(log: readonly LogEntry[], before: ReadonlyMap<string, LogEntry> | undefined) {
  const present = new Set(log.map(({ id }) => id));
  return {
    entries: log.filter((entry) => before?.get(entry.id) !== entry),
    removed: [...(before?.keys() ?? [])].filter((id) => !present.has(id)),
  };
}

/** Nothing to write: saved once more, it would look to another tab as if something had changed. */
function isSame(last: Kept, { project, log }: Kept): boolean {
  const [a, b] = [last.project, project];
  const isSameSet = a.collection === b.collection || (b.sample !== null && hasAsMany(a, b));
  return (
    last.log === log &&
    isSameSet &&
    a.sample === b.sample &&
    a.name === b.name &&
    a.testOpenedAt === b.testOpenedAt &&
    a.testOpenings === b.testOpenings &&
    a.unreadable === b.unreadable &&
    JSON.stringify(a.settings) === JSON.stringify(b.settings)
  );
}

const hasAsMany = (a: Project, b: Project) => a.collection.pictures.length === b.collection.pictures.length;

const summaryOf = ({ project, log }: Kept): ProjectSummary => ({
  id: project.id,
  name: project.name,
  savedAt: project.savedAt,
  pictures: project.collection.pictures.length,
  isOwn: project.sample === null && project.collection.pictures.length > 0,
  runs: log.length,
});
