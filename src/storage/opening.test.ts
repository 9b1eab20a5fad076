import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answer, reading, writing } from './database';
import { keepFeatures } from './features';
import { longestOpening, openStore, StorageHangs } from './opening';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The browser refuses it on its own, after it was asked: the request fails, not the call. */
const refused = (store: IDBObjectStore) => {
  store.add(1, 'twice');
  store.add(2, 'twice');
};

describe('what is written', () => {
  it('and fails by itself says why, and nothing of it is there', async () => {
    const failing = writing((store) => {
      store.put(0, 'beside');
      refused(store);
      return Promise.resolve();
    });
    await expect(failing).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await reading((store) => answer(store.count()))).toBe(0);
  });

  it('says why it failed, not that what came after it was broken off', async () => {
    const failing = writing(async (store) => {
      refused(store);
      await answer(store.get('another'));
    });
    await expect(failing).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  it('says so in every database', async () => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its store below
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(this: IDBObjectStore, value, key) {
      put.call(this, value, key);
      return this.add(value, key);
    });
    const report = { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 } as const;
    const set = { key: 'k', title: 't', width: 1, report };
    await expect(keepFeatures(set, [])).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  it('is given up where the caller gives up, with its reason', async () => {
    const failing = writing(async (store) => {
      store.put(1, 'half');
      await answer(store.get('half'));
      throw new Error('mine');
    });
    await expect(failing).rejects.toThrow('mine');
    expect(await reading((store) => answer(store.get('half')))).toBeUndefined();
  });
});

/** Listened to at once: what it rejects with, as a value. */
const itself = (error: unknown) => error;

describe('storage that hangs', () => {
  it('while it is opened is given up, and at once from then on', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    const hanging = openStore('hangs', 'store');
    const use = vi.fn<() => number>(() => 1);
    const first = hanging('readonly', use).catch(itself);
    await vi.advanceTimersByTimeAsync(longestOpening);
    expect(await first).toBeInstanceOf(StorageHangs);
    const second = hanging('readwrite', use).catch(itself);
    await vi.advanceTimersByTimeAsync(1);
    expect(await second).toBeInstanceOf(StorageHangs);
    expect(use).not.toHaveBeenCalled();
  });

  it('and opens late does not do what was given up, and does what is asked then', async () => {
    const late = openStore('late', 'store');
    const open = indexedDB.open.bind(indexedDB);
    let tell: () => void = () => undefined;
    let isOpen = false;
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => {
      const real = open(name);
      real.onupgradeneeded = () => real.result.createObjectStore('store');
      real.onsuccess = () => (isOpen = true);
      // Its listeners are set on a stand-in, and told when the test says so.
      const standIn = Object.defineProperty({ onsuccess: () => undefined }, 'result', { get: () => real.result });
      tell = () => standIn.onsuccess();
      return standIn as unknown as IDBOpenDBRequest; // all that is asked of it
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const use = vi.fn<(store: IDBObjectStore) => Promise<IDBValidKey>>((store) => answer(store.put(1, 'key')));
    const first = late('readwrite', use).catch(itself);
    await vi.advanceTimersByTimeAsync(longestOpening);
    expect(await first).toBeInstanceOf(StorageHangs);
    vi.useRealTimers();
    await vi.waitFor(() => expect(isOpen).toBe(true));
    tell();
    expect(await late('readonly', (store) => answer(store.count()))).toBe(0);
    expect(use).not.toHaveBeenCalled();
    await late('readwrite', use);
    expect(await late('readonly', (store) => answer(store.count()))).toBe(1);
  });

  it('while it is asked is given up too', async () => {
    await writing((store) => answer(store.put(1, 'there')));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hanging = reading(() => new Promise(() => undefined)).catch(itself);
    // Until the transaction is there, which takes a turn.
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await hanging).toBeInstanceOf(StorageHangs);
  });
});
