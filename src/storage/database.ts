import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';

let opened: UseStore | null = null;
// Async, so that a browser without any storage is a rejection like all others.
const database: UseStore = async (mode, use) => (opened ??= createStore('transfer-lab', 'work'))(mode, use);

/** Reads what belongs together in one transaction. @throws where the browser denies storage. */
export const reading = <T>(read: (store: IDBObjectStore) => Promise<T>): Promise<T> => database('readonly', read);

/**
 * Writes in one transaction, all of it or nothing; no other tab's writing falls in between. Requests need no awaiting.
 * @throws where the browser denies storage or it is full (`QuotaExceededError`).
 */
export const writing = <T>(write: (store: IDBObjectStore) => Promise<T>): Promise<T> =>
  database('readwrite', async (store) => {
    const done: Promise<unknown> = promisifyRequest(store.transaction);
    try {
      const result = await write(store);
      await done;
      return result;
    } catch (error) {
      done.catch(() => undefined);
      try {
        store.transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw error;
    }
  });

export const answer = <T>(request: IDBRequest<T>): Promise<T> => promisifyRequest(request);

/** All keys that begin so. */
export const under = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** The keys in a range, as texts: this database has no others. */
export const keysIn = async (store: IDBObjectStore, range: IDBKeyRange): Promise<readonly string[]> =>
  (await answer(store.getAllKeys(range))).filter((key) => typeof key === 'string');
