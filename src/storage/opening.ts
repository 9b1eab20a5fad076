import { t } from '@lingui/core/macro';
import { createStore, type UseStore } from 'idb-keyval';

/** How long the browser has to open a database, in ms. */
export const longestOpening = 5000;

/** How long it has to answer what is asked of one, in ms; many pictures take a while to write. */
const longestReading = 10_000;
const longestWriting = 30_000;

/** The browser's storage did not answer in time. What was asked is given up: it is not done later either. */
export class StorageHangs extends Error {
  constructor() {
    super(t`the browser’s storage does not answer`);
  }
}

/**
 * A database with one store. Where the browser denies storage, is full, or does not answer in time (some hang for ever,
 * in one tab or in all), what is asked of it rejects. Writing is all or nothing: it resolves when the browser has it.
 */
export function openStore(name: string, storeName: string): UseStore {
  let opened: UseStore | null = null;
  /** Since when the browser is asked to open it; null: it has answered. Whoever comes later has waited as long. */
  let askedAt: number | null = null;

  return (mode, work) =>
    new Promise((resolve, reject) => {
      let transaction: IDBTransaction | null = null;
      let isGivenUp = false;
      const giveUp = () => {
        isGivenUp = true;
        if (transaction) abort(transaction);
        reject(new StorageHangs());
      };
      const database = (opened ??= createStore(name, storeName));
      askedAt ??= performance.now();
      let timer = setTimeout(giveUp, Math.max(0, askedAt + longestOpening - performance.now()));
      const begin = (store: IDBObjectStore) => {
        askedAt = null;
        clearTimeout(timer);
        if (isGivenUp) throw new StorageHangs();
        ({ transaction } = store);
        timer = setTimeout(giveUp, mode === 'readonly' ? longestReading : longestWriting);
        return settled(store, mode, work);
      };
      // Async, so that a browser without any storage is a rejection like all others.
      (async () => database(mode, begin))()
        .then(resolve, (error: unknown) => {
          askedAt = null;
          reject(error);
        })
        .finally(() => clearTimeout(timer));
    });
}

/**
 * A request that fails ends the transaction, and all others in it fail because of that. Only when it has ended does it
 * say why.
 */
async function settled<T>(
  store: IDBObjectStore,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => T | PromiseLike<T>,
): Promise<T> {
  const { transaction } = store;
  const end = ended(transaction);
  // It is asked for below; meanwhile nobody listens.
  end.catch(() => undefined);
  try {
    const result = await work(store);
    if (mode !== 'readonly') await end;
    return result;
  } catch (error) {
    abort(transaction);
    await end.catch(() => undefined);
    throw transaction.error ?? error;
  }
}

const ended = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error(t`the browser broke off what was written`)),
    );
  });

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
