import { t } from '@lingui/core/macro';
import { transfer, wrap, type Endpoint, type Remote } from 'comlink';
import type { ArchiveListing, Failure } from './archive';
import type { PictureReader, Reading } from './pictureReader';
import type { PreparedPicture } from './prepare';
import { drawSvg } from './svg';
import { isUnreadable, unreadable } from './unreadable';

/** Where a picture's bytes are. */
export type PictureSource =
  | { readonly name: string; readonly blob: Blob }
  /** An entry of a ZIP, by its index in the listing. */
  | { readonly name: string; readonly zip: Blob; readonly index: number };

/** As much of a `Worker` as is used. */
export type PictureWorker = Endpoint & Pick<Worker, 'terminate'>;

type Prepared = { readonly ok: true; readonly picture: PreparedPicture } | Failure;
type Listed = { readonly ok: true; readonly listing: ArchiveListing } | Failure;

/** Workers that read pictures, each one at a time. What is wrong with a picture is a value, never a rejection. */
export interface PreparerPool {
  readonly size: number;
  readonly prepare: (source: PictureSource) => Promise<Prepared>;
  /** The same for a frame of a camera, which it takes over. @param isMirrored left and right change places. */
  readonly prepareFrame: (frame: ImageBitmap, isMirrored: boolean) => Promise<Prepared>;
  /** What is in a ZIP. Its entries are inflated when they are prepared. */
  readonly list: (zip: Blob) => Promise<Listed>;
  /** A thumbnail of `prepare` -> its pixels [side * side * 3], RGB. Rejects where it is not such a thumbnail. */
  readonly pixelsOf: (thumbnail: Blob) => Promise<Uint8Array<ArrayBuffer>>;
  /** The same for an altered copy of the picture; see `augmented`. */
  readonly copyOf: (thumbnail: Blob, hash: string, copy: number, rotation: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the workers; what is still waiting fails. */
  readonly dispose: () => void;
}

/** More would hold more decoded photographs in memory than they gain in speed: 400 MB each at the worst. */
const defaultSize = () => Math.max(2, Math.min(4, Math.floor(navigator.hardwareConcurrency / 2)));

/** A picture that takes longer than this has hung its decoder. */
const timeLimit = 60_000;

/** So many crashes in a row are not the pictures' fault. */
const crashLimit = 4;

/** @param size number of workers, 1 or more; they are started when they are needed. */
export function createPreparerPool(makeWorker: () => PictureWorker, size: number = defaultSize()): PreparerPool {
  const idle: Slot[] = Array.from({ length: size }, () => createSlot(makeWorker));
  const slots = [...idle];
  const waiting: ((slot: Slot) => void)[] = [];
  const keys = new WeakMap<Blob, number>();
  let lastKey = 0;
  let crashes = 0;
  let disposed = false;

  const keyOf = (zip: Blob) => {
    const key = keys.get(zip) ?? ++lastKey;
    keys.set(zip, key);
    return key;
  };

  async function withReader<T>(call: (reader: Remote<PictureReader>) => Promise<T>): Promise<T> {
    const slot = idle.pop() ?? (await new Promise<Slot>((resolve) => waiting.push(resolve)));
    try {
      if (disposed) throw new ReaderLost(t`Reading pictures was stopped.`);
      if (crashes >= crashLimit)
        throw new ReaderBroken(t`Pictures cannot be read: the reader stops at once. Reload the page.`);
      const result = await slot.run(call);
      crashes = 0;
      return result;
    } catch (error) {
      if (error instanceof ReaderLost) crashes++;
      throw error;
    } finally {
      const next = waiting.shift();
      if (next) next(slot);
      else idle.push(slot);
    }
  }

  async function settled(reading: Reading): Promise<Prepared> {
    if (reading.kind === 'prepared') return { ok: true, picture: reading.picture };
    if (reading.kind === 'refused') return { ok: false, reason: reading.reason };
    const bitmap = await drawSvg(reading.svg);
    if (!bitmap) {
      return { ok: false, reason: t`This SVG is damaged: the browser cannot draw it. Export it again.` };
    }
    return settled(await withReader<Reading>((reader) => reader.readBitmap(transfer(bitmap, [bitmap]))));
  }

  return {
    size,
    prepare: (source) =>
      orFailure(async () => {
        const { name } = source;
        const reading = await withReader<Reading>((reader) =>
          'blob' in source
            ? reader.read(source.blob, name)
            : reader.readEntry(source.zip, keyOf(source.zip), source.index, name),
        );
        return settled(reading);
      }),
    prepareFrame: (frame, isMirrored) =>
      orFailure(async () =>
        settled(await withReader<Reading>((reader) => reader.readFrame(transfer(frame, [frame]), isMirrored))),
      ),
    list: (zip) => orFailure(() => withReader<Listed>((reader) => reader.list(zip, keyOf(zip)))),
    pixelsOf: (thumbnail) => withReader((reader) => reader.pixelsOf(thumbnail)),
    copyOf: (thumbnail, hash, copy, rotation) => withReader((reader) => reader.copyOf(thumbnail, hash, copy, rotation)),
    dispose() {
      disposed = true;
      for (const slot of slots) slot.end();
    },
  };
}

/** The worker crashed, hung or was ended: this picture is lost, the next one gets a fresh worker. */
class ReaderLost extends Error {}

/** No worker stays alive: nothing can be read at all. */
class ReaderBroken extends Error {}

async function orFailure<T>(work: () => Promise<T | Failure>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReaderLost) return { ok: false, reason: error.message };
    if (error instanceof ReaderBroken) throw error;
    if (isUnreadable(error)) return { ok: false, reason: unreadable };
    return {
      ok: false,
      reason: unreadWords(error instanceof Error ? error.message : String(error)),
    };
  }
}

const unreadWords = (why: string): string => t`This could not be read (${why}).`;
const tooSlow = t`The browser took more than a minute to read this. Try it again in a smaller size.`;

/** One place for a worker; a lost worker is replaced at the next call. */
interface Slot {
  readonly run: <T>(call: (reader: Remote<PictureReader>) => Promise<T>) => Promise<T>;
  readonly end: () => void;
}

function createSlot(makeWorker: () => PictureWorker): Slot {
  let worker: PictureWorker | null = null;
  let reader: Remote<PictureReader> | null = null;
  let lose: ((reason: string) => void) | null = null;

  function end(reason: string) {
    worker?.terminate();
    worker = null;
    reader = null;
    lose?.(reason);
  }

  function start(): Remote<PictureReader> {
    const made = makeWorker();
    const crashed = (event: Event) => {
      event.preventDefault();
      if (worker === made) end(t`The browser stopped while it read this picture. Try it again in a smaller size.`);
    };
    made.addEventListener('error', crashed);
    made.addEventListener('messageerror', crashed);
    worker = made;
    reader = wrap<PictureReader>(made);
    return reader;
  }

  return {
    async run(call) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const lost = new Promise<never>((_, reject) => {
        lose = (reason) => reject(new ReaderLost(reason));
        timer = setTimeout(() => end(tooSlow), timeLimit);
      });
      try {
        return await Promise.race([call(reader ?? start()), lost]);
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => end(t`Reading pictures was stopped.`),
  };
}
