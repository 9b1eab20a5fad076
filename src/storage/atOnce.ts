import type { LogEntry } from '../core/log/logEntry';
import type { Project } from '../core/project';
import { writing } from './database';
import { logKey, pngKey, projectKey } from './projectKeys';

/** What has changed in a project since it was saved. */
export interface Changes {
  readonly project: Project;
  /** Of new pictures, by content hash. */
  readonly pngs: ReadonlyMap<string, Blob>;
  readonly entries: readonly LogEntry[];
  readonly removed: readonly string[];
}

/**
 * For the last moment of a page, which hears no answers any more: all requests are made at once, and the transaction is
 * closed right after them. Whether another tab saved the project since is not looked at.
 */
export const saveAtOnce = ({ project, pngs, entries, removed }: Changes): Promise<void> =>
  writing((store) => {
    for (const [hash, png] of pngs) store.put(png, pngKey(hash));
    store.put(project, projectKey(project.id));
    for (const entry of entries) store.put(entry, logKey(project.id, entry.id));
    for (const id of removed) store.delete(logKey(project.id, id));
    store.transaction.commit();
    return Promise.resolve();
  });
