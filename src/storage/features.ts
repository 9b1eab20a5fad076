import { delMany, get, getMany, keys, set, setMany, update } from 'idb-keyval';
import type { EngineChoice, EngineReport } from '../core/engine';
import { openStore } from './opening';

/** Features that may stand in one experiment: of one base, one preprocessing, one way of pooling, one engine. */
export interface FeatureSet {
  /** Says all of that, so that what differs in any of it is another set. */
  readonly key: string;
  /** For people: "MobileNetV3, COCO: average, on WASM". */
  readonly title: string;
  /** Numbers of each picture. */
  readonly width: number;
  readonly report: EngineReport;
  /** Milliseconds since 1970. */
  readonly usedAt?: number;
}

const setKey = (key: string) => `set@1:${key}`;
const featureKey = (key: string, id: string) => `${key}#${id}`;
const engineKey = (base: string, choice: EngineChoice) => `engine@2:${base}|${choice}`;

/** As many as one event of the browser may carry without being felt. */
const chunk = 100;

const store = openStore('transfer-lab-features', 'features');

/** What is kept of these pictures (or copies), by id. @throws where the browser denies storage. */
export async function loadFeatures(
  { key }: Pick<FeatureSet, 'key'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk);
    const values = await getMany<Float32Array | undefined>(
      part.map((id) => featureKey(key, id)),
      store,
    );
    for (const [i, id] of part.entries()) {
      const value = values[i];
      if (value) found.set(id, value);
    }
  }
  return found;
}

/** @throws where the browser denies storage or it is full (`QuotaExceededError`). */
export async function keepFeatures(
  of: FeatureSet,
  features: readonly (readonly [id: string, values: Float32Array])[],
): Promise<void> {
  await setMany(
    [
      [setKey(of.key), of],
      ...features.map(([id, values]) => [featureKey(of.key, id), values] as [string, Float32Array]),
    ],
    store,
  );
}

/** How a set was computed; null where it is not kept. */
export const loadFeatureSet = async (key: string): Promise<FeatureSet | null> =>
  (await get<FeatureSet>(setKey(key), store)) ?? null;

export interface StoredFeatures {
  readonly set: FeatureSet;
  readonly pictures: number;
  readonly bytes: number;
}

/** What is kept in all. @throws where the browser denies storage. */
export async function listFeatures(): Promise<readonly StoredFeatures[]> {
  const all = await keys<string>(store);
  const setKeys = all.filter((key) => key.startsWith(setKey('')));
  const sets = await getMany<FeatureSet | undefined>(setKeys, store);
  const counts = new Map<string, number>();
  for (const key of all) {
    const end = key.indexOf('#');
    if (end > 0) counts.set(key.slice(0, end), (counts.get(key.slice(0, end)) ?? 0) + 1);
  }
  return sets
    .flatMap((one) => one ?? [])
    .map((one) => {
      const pictures = counts.get(one.key) ?? 0;
      return { set: one, pictures, bytes: pictures * one.width * Float32Array.BYTES_PER_ELEMENT };
    });
}

/** @param key of one set; null: all of them. */
export async function clearFeatures(key: string | null): Promise<void> {
  const all = await keys<string>(store);
  const own = (other: string) => key === null || other === setKey(key) || other.startsWith(featureKey(key, ''));
  await delMany(
    all.filter((other) => !other.startsWith('engine@') && own(other)),
    store,
  );
}

/** Entries that one set may have besides those in use: so many, a few megabytes, serve undo and other settings. */
const mostUnused = 4000;

/** Bytes of all sets together; the least recently used go first. The browser's room is for the pictures above all. */
const mostBytes = 300e6;

/** After a set was used: lets go of its unused entries where they are many, and of other sets where all are too large. */
export async function tidyFeatures(key: string, used: ReadonlySet<string>): Promise<void> {
  const all = await keys<string>(store);
  const own = featureKey(key, '');
  const unused = all.filter((other) => other.startsWith(own) && !used.has(other.slice(own.length)));
  if (unused.length > mostUnused) await delMany(unused, store);
  await update<FeatureSet | undefined>(setKey(key), (kept) => kept && { ...kept, usedAt: Date.now() }, store);
  const sets = (await listFeatures()).toSorted((a, b) => (b.set.usedAt ?? 0) - (a.set.usedAt ?? 0));
  let bytes = 0;
  for (const one of sets) {
    bytes += one.bytes;
    if (bytes > mostBytes && one.set.key !== key) await clearFeatures(one.set.key);
  }
}

/** What a choice of engine came to for a base on this device; null where it has not been asked. */
export const loadEngine = async (base: string, choice: EngineChoice): Promise<EngineReport | null> =>
  (await get<EngineReport>(engineKey(base, choice), store)) ?? null;

export const keepEngine = async (base: string, choice: EngineChoice, report: EngineReport): Promise<void> =>
  set(engineKey(base, choice), report, store);

/** So that Auto measures again. */
export const forgetEngine = async (base: string): Promise<void> => delMany([engineKey(base, 'auto')], store);
