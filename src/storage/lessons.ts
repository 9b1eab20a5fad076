import { get, update } from 'idb-keyval';
import { openStore } from './opening';

const key = 'record@1';

const store = openStore('transfer-lab-lessons', 'lessons');

/** What is kept of a learner's answers, as it was put; undefined: nothing yet. @throws where the browser denies storage. */
export const loadLessons = (): Promise<unknown> => get<unknown>(key, store);

/**
 * @param change what is kept until now -> what is kept from now on; in one transaction, so that no other tab's answers fall
 *   in between.
 * @throws where the browser denies storage or it is full (`QuotaExceededError`).
 */
export const keepLessons = (change: (kept: unknown) => unknown): Promise<void> => update<unknown>(key, change, store);
