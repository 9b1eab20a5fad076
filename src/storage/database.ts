import { promisifyRequest } from 'idb-keyval';
import { openStore } from './opening';

const database = openStore('transfer-lab', 'work');

/** Reads what belongs together in one transaction. @throws where the browser denies storage or does not answer. */
export const reading = <T>(read: (store: IDBObjectStore) => Promise<T>): Promise<T> => database('readonly', read);

/**
 * Writes in one transaction, all of it or nothing; no other tab's writing falls in between. Requests need no awaiting.
 * @throws where the browser denies storage, does not answer, or is full (`QuotaExceededError`).
 */
export const writing = <T>(write: (store: IDBObjectStore) => Promise<T>): Promise<T> => database('readwrite', write);

export const answer = <T>(request: IDBRequest<T>): Promise<T> => promisifyRequest(request);

/** All keys that begin so. */
export const under = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** The keys in a range, as texts: this database has no others. */
export const keysIn = async (store: IDBObjectStore, range: IDBKeyRange): Promise<readonly string[]> =>
  (await answer(store.getAllKeys(range))).filter((key) => typeof key === 'string');
