import { clearFeatures, forgetEngine, listFeatures } from '../storage/features';
import type { LabStore } from './store';

/** What the browser keeps, for the panel that shows and clears it. */
export interface StorageKeeper {
  readonly refresh: () => Promise<void>;
  /** @param key of one set of features; null: all. */
  readonly clearFeatures: (key: string | null) => Promise<void>;
  /** After a base was let go of: its features go too. */
  readonly clearBase: (id: string) => Promise<void>;
  /** So that Auto measures again. */
  readonly forgetEngine: (baseId: string) => Promise<void>;
}

/** @param onCleared told after stored features are gone. */
export function createStorageKeeper(store: LabStore, onCleared: () => Promise<void>): StorageKeeper {
  const refresh = async () => {
    // Not every browser tells, nor over plain http.
    const estimate = await navigator.storage?.estimate().catch(() => null);
    const features = await listFeatures().catch(() => null);
    store.setState(({ shelf }) => ({
      stored: features && {
        used: estimate?.usage ?? null,
        quota: estimate?.quota ?? null,
        features: features.map(({ set, pictures, bytes }) => ({ key: set.key, title: set.title, pictures, bytes })),
        bases: shelf.map(({ card, bytes }) => ({ id: card.id, title: card.title, bytes })),
      },
    }));
  };
  return {
    refresh,
    async clearFeatures(key) {
      await clearFeatures(key).catch(() => undefined);
      await onCleared();
      await refresh();
    },
    async clearBase(id) {
      const own = await listFeatures().catch(() => []);
      for (const { set } of own) if (set.key.startsWith(`${id}|`)) await clearFeatures(set.key).catch(() => undefined);
      await refresh();
    },
    forgetEngine: (baseId) => forgetEngine(baseId).catch(() => undefined),
  };
}
