import { clear, createStore, delMany, get, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { Collection } from '../core/collection';
import type { Settings } from '../core/settings';

/** A learner's own work as it is kept in this browser. */
export interface Workspace {
  readonly collection: Collection;
  readonly settings: Settings;
}

const workspaceKey = 'workspace@1';
const pngKey = (hash: string) => `png:${hash}`;

let opened: UseStore | null = null;
const store = () => (opened ??= createStore('transfer-lab', 'work'));

/** Null when nothing is kept. @throws where the browser denies storage. */
export const loadWorkspace = async (): Promise<Workspace | null> =>
  (await get<Workspace>(workspaceKey, store())) ?? null;

/** PNGs by content hash; a picture whose PNG the browser has evicted is missing. */
export async function loadPngs(collection: Collection): Promise<ReadonlyMap<string, Blob>> {
  const hashes = [...new Set(collection.pictures.map((p) => p.hash))];
  const blobs = await getMany<Blob | undefined>(hashes.map(pngKey), store());
  return new Map(hashes.flatMap((hash, i) => (blobs[i] ? [[hash, blobs[i]] as const] : [])));
}

/**
 * Keeps the work; writes only the PNGs that are not there yet and lets go of those no longer used.
 * @throws where the browser denies storage or it is full (`QuotaExceededError`).
 */
export async function saveWorkspace(workspace: Workspace, png: (hash: string) => Blob | undefined): Promise<void> {
  const wanted = new Set(workspace.collection.pictures.map((p) => p.hash));
  const present = new Set((await keys<string>(store())).filter((key) => key !== workspaceKey));
  const fresh = [...wanted].flatMap((hash) => {
    const blob = present.has(pngKey(hash)) ? undefined : png(hash);
    return blob ? [[pngKey(hash), blob] satisfies [string, Blob]] : [];
  });
  // Pictures first: a list that names a picture which is not there would be worse than an old list.
  await setMany(fresh, store());
  await setMany([[workspaceKey, workspace]], store());
  const unused = [...present].filter((key) => !wanted.has(key.slice(pngKey('').length)));
  if (unused.length > 0) await delMany(unused, store());
}

export const forgetWorkspace = (): Promise<void> => clear(store());
