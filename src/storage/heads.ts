import type { TrainedHeads } from '../core/heads/trainedHeads';
import { answer, keysIn, reading, under, writing } from './database';
import { headsKey, headsPrefix, lastOf } from './projectKeys';

/** The runs of a project whose heads are kept, by id. @throws where the browser denies storage. */
export const listHeads = (project: string): Promise<readonly string[]> =>
  reading(async (store) => (await keysIn(store, under(headsPrefix(project)))).map(lastOf));

/** Null where they are not kept. @throws where the browser denies storage. */
export const loadHeads = (project: string, runId: string): Promise<TrainedHeads | null> =>
  reading(async (store) => (await answer<TrainedHeads | undefined>(store.get(headsKey(project, runId)))) ?? null);

/** @throws where the browser denies storage or it is full (`QuotaExceededError`). */
export const saveHeads = (project: string, heads: readonly TrainedHeads[]): Promise<void> =>
  writing(async (store) => {
    for (const one of heads) store.put(one, headsKey(project, one.runId));
    await Promise.resolve();
  });

export const removeHeads = (project: string, runIds: readonly string[]): Promise<void> =>
  writing(async (store) => {
    for (const id of runIds) store.delete(headsKey(project, id));
    await Promise.resolve();
  });

/** Keeps the heads of a project for a copy of it too. */
export const copyHeads = (from: string, to: string): Promise<void> =>
  writing(async (store) => {
    for (const key of await keysIn(store, under(headsPrefix(from)))) {
      const heads = await answer<TrainedHeads>(store.get(key));
      store.put(heads, headsKey(to, lastOf(key)));
    }
  });
