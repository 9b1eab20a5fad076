import type { LogEntry } from '../core/log/logEntry';
import { answer, reading, under, writing } from './database';
import { logKey, logPrefix } from './projectKeys';

/** A project's experiments, in the order of their start. @throws where the browser denies storage. */
export const loadLog = (project: string): Promise<readonly LogEntry[]> =>
  reading(async (store) => {
    const entries: readonly LogEntry[] = await answer(store.getAll(under(logPrefix(project))));
    return entries.toSorted((a, b) => a.startedAt - b.startedAt);
  });

/** @throws where the browser denies storage or it is full (`QuotaExceededError`). */
export const saveLog = (project: string, entries: readonly LogEntry[], removed: readonly string[]): Promise<void> =>
  writing(async (store) => {
    for (const entry of entries) store.put(entry, logKey(project, entry.id));
    for (const id of removed) store.delete(logKey(project, id));
    await Promise.resolve();
  });
