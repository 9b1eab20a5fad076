import { t } from '@lingui/core/macro';
import type { Side } from '../core/collection';
import { fileName } from '../core/fileName';
import { type Placement, placeAll } from '../core/placement';
import { pathOf } from './filePath';
import { isJunk } from './junk';
import type { PreparerPool, PictureSource } from './pool';
import type { PreparedPicture } from './prepare';
import { headBytes, recognise } from './signature';
import { labelOf, refusedTeachable } from './teachable';

export interface ImportedPicture extends PreparedPicture {
  readonly ok: true;
  /** Folders and name, for a ZIP's entry behind the ZIP's own name. */
  readonly path: string;
  readonly name: string;
  /** What the folders say; null where they say nothing. */
  readonly className: string | null;
  readonly side: Side | null;
  /** Pictures of one group belong on one side of the split. */
  readonly group?: string;
}

export interface SkippedFile {
  readonly ok: false;
  readonly path: string;
  /** A sentence: what is wrong, and what to do. */
  readonly reason: string;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * Reads pictures from files, folders and ZIPs, in the natural order of their paths. Only a few are read ahead of the
 * consumer, so that memory does not grow with their number. Stopping, by the signal or by leaving the loop, is a
 * normal end; what cannot be read is a value.
 * @throws where no picture at all can be read, because the workers do not start.
 */
export async function* importPictures(
  files: readonly File[],
  pool: PreparerPool,
  { signal, onProgress }: ImportOptions = {},
): AsyncGenerator<ImportedPicture | SkippedFile, void, void> {
  const stop = stopped(signal);
  const items = await Promise.race([collect(files, pool), stop]);
  if (items === null) return;
  const total = items.length;
  const ahead = 2 * pool.size;
  const pending: Promise<ImportedPicture | SkippedFile>[] = [];
  let next = 0;
  for (let done = 0; done < total; done++) {
    onProgress?.({ done, total });
    for (; next < total && pending.length < ahead; next++) {
      const item = items[next];
      if (item) pending.push(unlessUnhandled(read(item, pool)));
    }
    const result = await Promise.race([pending.shift() ?? null, stop]);
    if (result === null || signal?.aborted) return;
    yield result;
  }
  onProgress?.({ done: total, total });
}

/** A file to read, or one that is known to be skipped. */
type Item = SkippedFile | (Place & { readonly ok: true; readonly source: PictureSource });

type Place = Placement & { readonly path: string; readonly name: string; readonly group?: string };

async function read(item: Item, pool: PreparerPool): Promise<ImportedPicture | SkippedFile> {
  if (!item.ok) return item;
  const { source, ...place } = item;
  const prepared = await pool.prepare(source);
  return prepared.ok ? { ...place, ...prepared.picture } : { ok: false, path: place.path, reason: prepared.reason };
}

/** A consumer that has left does not hear of failures; they are no unhandled rejections. */
function unlessUnhandled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Null as soon as the signal is aborted; pending for ever otherwise. */
function stopped(signal: AbortSignal | undefined): Promise<null> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve(null);
    else signal?.addEventListener('abort', () => resolve(null), { once: true });
  });
}

const collator = new Intl.Collator('en', { numeric: true });

/** By number where there is one (2 before 10), and always in the same order. */
const inNaturalOrder = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : Number(a > b));

/** Everything that the files hold, in order. ZIPs are listed, not inflated. */
async function collect(files: readonly File[], pool: PreparerPool): Promise<readonly Item[]> {
  const found = files
    .map((file) => ({ file, path: pathOf(file) }))
    .filter(({ path }) => !isJunk(path))
    .toSorted((a, b) => inNaturalOrder(a.path, b.path));
  const zips = await Promise.all(found.map(({ file }) => isZip(file)));
  const places = placeAll(found.filter((_, i) => !zips[i]).map(({ path }) => path));
  const items: Item[] = [];
  let loose = 0;
  for (const [i, { file, path }] of found.entries()) {
    if (zips[i]) {
      for (const item of await collectZip(file, path, pool)) items.push(item);
    } else {
      const place = places[loose++] ?? { className: null, side: null };
      items.push({ ok: true, ...place, path, name: fileName(path), source: { name: path, blob: file } });
    }
  }
  return items;
}

async function collectZip(zip: File, path: string, pool: PreparerPool): Promise<readonly Item[]> {
  const listed = await pool.list(zip);
  if (!listed.ok) return [{ ok: false, path, reason: listed.reason }];
  const { entries, skipped, manifest, teachable } = listed.listing;
  const refusal = teachable && refusedTeachable(teachable);
  if (refusal) return [{ ok: false, path, reason: refusal }];
  // A Teachable Machine project that has lost its manifest still has its labels.
  const isLabelled = teachable !== undefined || entries.every((entry) => labelOf(entry.path, '') !== null);
  const folders = placeAll(entries.map((entry) => entry.path));
  const places = entries.map((entry, i): Placement => {
    const place = folders[i] ?? { className: null, side: null };
    const label = isLabelled ? labelOf(entry.path, teachable?.root ?? '') : null;
    return label === null ? place : { className: label, side: null };
  });
  // Its classes are in the order in which they were made.
  const order = isLabelled ? places.map(({ className }) => className ?? '') : (manifest?.classes ?? null);
  const items: Item[] = [];
  for (const skip of skipped) items.push({ ok: false, path: `${path}/${skip.path}`, reason: skip.reason });
  const pictures = entries
    .map((entry, i) => ({ entry, place: places[i] ?? { className: null, side: null } }))
    .toSorted(
      (a, b) =>
        rank(order, a.place.className) - rank(order, b.place.className) || inNaturalOrder(a.entry.path, b.entry.path),
    );
  for (const { entry, place } of pictures) {
    const group = manifest && Object.hasOwn(manifest.groups, entry.path) ? manifest.groups[entry.path] : undefined;
    items.push({
      ok: true,
      ...place,
      path: `${path}/${entry.path}`,
      name: fileName(entry.path),
      ...(group === undefined ? {} : { group }),
      source: { name: entry.path, zip, index: entry.index },
    });
  }
  if (items.length === 0) {
    items.push({
      ok: false,
      path,
      reason: t`There is no picture in this ZIP. Put pictures in it, best in a folder per class.`,
    });
  }
  return items;
}

/** Place of a class in a given order; those it does not name come last. */
function rank(order: readonly string[] | null, className: string | null): number {
  const place = order && className !== null ? order.indexOf(className) : 0;
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/** A ZIP by name that holds something else is read as what it is. */
async function isZip(file: File): Promise<boolean> {
  if (!/\.(zip|tm)$/i.test(file.name) && !/^application\/(x-)?zip/.test(file.type)) return false;
  // One that cannot be read is no ZIP; reading it as a picture then says what is wrong.
  const bytes = await file
    .slice(0, headBytes)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  const head = new Uint8Array(bytes);
  return head.length > 0 && recognise(head, file.name).kind === 'zip';
}
