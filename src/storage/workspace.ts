import { createStore, del, delMany, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { Collection } from '../core/collection';
import type { Settings } from '../core/settings';

/** A learner's own pictures and settings, as they are kept in this browser. */
export interface Work {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly collection: Collection;
  readonly settings: Settings;
}

const workKey = (id: string) => `work@1:${id}`;
const pngKey = (hash: string) => `png:${hash}`;

let opened: UseStore | null = null;
const store = () => (opened ??= createStore('transfer-lab', 'work'));

/** All that is kept, the newest first. @throws where the browser denies storage. */
export async function loadWorks(): Promise<readonly Work[]> {
  const all = await keys<string>(store());
  const works = await getMany<Work | undefined>(
    all.filter((key) => key.startsWith(workKey(''))),
    store(),
  );
  // One may be gone since the keys were read: another tab.
  return works.flatMap((work) => work ?? []).toSorted((a, b) => b.savedAt - a.savedAt);
}

/** PNGs by content hash; a picture whose PNG the browser has evicted is missing. */
export async function loadPngs(collection: Collection): Promise<ReadonlyMap<string, Blob>> {
  const hashes = hashesOf(collection);
  const blobs = await getMany<Blob | undefined>(hashes.map(pngKey), store());
  return new Map(hashes.flatMap((hash, i) => (blobs[i] ? [[hash, blobs[i]] as const] : [])));
}

/**
 * Keeps the work; writes only the PNGs that are not there yet, and lets go of those that no work uses.
 * @throws where the browser denies storage or it is full (`QuotaExceededError`).
 */
export async function saveWork(work: Work, png: (hash: string) => Blob | undefined): Promise<void> {
  const present = new Set(await keys<string>(store()));
  const fresh = hashesOf(work.collection).flatMap((hash) => {
    const blob = present.has(pngKey(hash)) ? undefined : png(hash);
    return blob ? [[pngKey(hash), blob] satisfies [string, Blob]] : [];
  });
  // Pictures first: a list that names a picture which is not there would be worse than an old list.
  await setMany(fresh, store());
  await setMany([[workKey(work.id), work]], store());
  await letGo();
}

export async function forgetWork(id: string): Promise<void> {
  await del(workKey(id), store());
  await letGo();
}

/** Deletes the PNGs that no kept work names; another tab may have saved one meanwhile, so all are read afresh. */
async function letGo(): Promise<void> {
  const works = await loadWorks();
  const wanted = new Set(works.flatMap((work) => hashesOf(work.collection).map(pngKey)));
  const present = await keys<string>(store());
  const unused = present.filter((key) => key.startsWith(pngKey('')) && !wanted.has(key));
  if (unused.length > 0) await delMany(unused, store());
}

const hashesOf = (collection: Collection) => [...new Set(collection.pictures.map((p) => p.hash))];
