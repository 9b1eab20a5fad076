import { delMany, entries, get, setMany } from 'idb-keyval';
import type { Anatomy } from '../core/base';
import type { BaseCard } from '../core/catalogue';
import { openStore } from './opening';

/** A base whose files are kept in this browser. */
export interface KeptBase {
  readonly card: BaseCard;
  /** Of the files, in bytes. */
  readonly bytes: number;
  /** SHA-256 (hex) of the files. */
  readonly digest: string;
  readonly anatomy: Anatomy;
  /** What the files of a learner's own base do not say by themselves. */
  readonly own: {
    readonly format: 'graph' | 'layers';
    readonly labels: readonly string[] | null;
  } | null;
}

const baseKey = (id: string) => `base@1:${id}`;
const filesKey = (id: string) => `files@1:${id}`;

const store = openStore('transfer-lab-bases', 'bases');

/** @throws where the browser denies storage. */
export async function loadKeptBases(): Promise<readonly KeptBase[]> {
  const all = await entries<string, KeptBase>(store);
  return all.flatMap(([key, value]) => (key.startsWith(baseKey('')) ? [value] : []));
}

/** Files by name, or null where none are kept. @throws where the browser denies storage. */
export async function loadBaseFiles(id: string): Promise<ReadonlyMap<string, Blob> | null> {
  return (await get<ReadonlyMap<string, Blob>>(filesKey(id), store)) ?? null;
}

/** @throws where the browser denies storage or it is full (`QuotaExceededError`). */
export async function keepBase(base: KeptBase, files: ReadonlyMap<string, Blob>): Promise<void> {
  // In one transaction: a base without its files would be worse than none.
  await setMany(
    [
      [baseKey(base.card.id), base],
      [filesKey(base.card.id), files],
    ],
    store,
  );
}

export async function forgetBase(id: string): Promise<void> {
  await delMany([baseKey(id), filesKey(id)], store);
}
