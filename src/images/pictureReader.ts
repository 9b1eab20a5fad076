import { t } from '@lingui/core/macro';
import { transfer } from 'comlink';
import { augmented } from './augment';
import { type Archive, type ArchiveListing, type Failure, openArchive } from './archive';
import { mirrored } from './frame';
import { inspect, sizeFault } from './inspect';
import { decode, pixelsOf, prepare, side, type PreparedPicture } from './prepare';
import { withInnerZips } from './teachableArchive';

export type Reading =
  | { readonly kind: 'prepared'; readonly picture: PreparedPicture }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Only a window can draw an SVG: it sends the bitmap back to `readBitmap`. */
  | { readonly kind: 'svg'; readonly svg: Blob };

/** What the images worker does. The pool hands it one picture at a time. */
export const pictureReader = {
  /** @param name decides nothing but what to call a file of a kind that browsers cannot open. */
  async read(blob: Blob, name: string): Promise<Reading> {
    const found = await inspect(blob, name);
    switch (found.kind) {
      case 'refused':
        return found;
      case 'zip':
        return refused(t`This is a ZIP, but not called so, or it is inside another. Add it on its own, named .zip.`);
      case 'svg':
        return { kind: 'svg', svg: blob };
      case 'picture': {
        const { format } = found;
        const bitmap = await decode(blob).catch(() => null);
        if (!bitmap) return refused('needsLuck' in format ? format.needsLuck : damaged(format.name));
        return await readBitmap(bitmap);
      }
      default:
        return found satisfies never;
    }
  },

  /** @param key the same number for the same ZIP: a worker opens it once. */
  async readEntry(zip: Blob, key: number, index: number, name: string): Promise<Reading> {
    const opened = await open(zip, key);
    const entry = opened.ok ? await opened.archive.read(index) : opened;
    return entry.ok ? await pictureReader.read(entry.blob, name) : refused(entry.reason);
  },

  async list(zip: Blob, key: number): Promise<{ readonly ok: true; readonly listing: ArchiveListing } | Failure> {
    const opened = await open(zip, key);
    return opened.ok ? { ok: true, listing: opened.archive.listing } : opened;
  },

  readBitmap,

  /** @param isMirrored left and right change places. */
  readFrame: (frame: ImageBitmap, isMirrored: boolean): Promise<Reading> =>
    readBitmap(isMirrored ? mirrored(frame) : frame),

  async pixelsOf(thumbnail: Blob): Promise<Uint8Array<ArrayBuffer>> {
    const pixels = await pixelsOf(thumbnail);
    return transfer(pixels, [pixels.buffer]);
  },

  /** @param hash of the picture. @param copy 1-based. @param rotation most degrees. */
  async copyOf(thumbnail: Blob, hash: string, copy: number, rotation: number): Promise<Uint8Array<ArrayBuffer>> {
    const pixels = augmented(await pixelsOf(thumbnail), side, hash, copy, rotation);
    return transfer(pixels, [pixels.buffer]);
  },
};

export type PictureReader = typeof pictureReader;

const refused = (reason: string): Reading => ({ kind: 'refused', reason });

const damaged = (format: string) =>
  t`This ${format} picture is damaged or cut off: the browser cannot decode it. Copy, download or export it again.`;

async function readBitmap(bitmap: ImageBitmap): Promise<Reading> {
  try {
    const fault = sizeFault(bitmap.width, bitmap.height);
    if (fault) return refused(fault);
    const picture = await prepare(bitmap);
    return transfer({ kind: 'prepared', picture }, [picture.pixels.buffer]);
  } finally {
    bitmap.close();
  }
}

type Opened = { readonly ok: true; readonly archive: Archive } | Failure;

const openArchives = new Map<number, Promise<Opened>>();

function open(zip: Blob, key: number): Promise<Opened> {
  const known = openArchives.get(key);
  if (known) return known;
  // One import reads its ZIPs one after the other, so the last few are enough.
  const [oldest] = openArchives.keys();
  if (oldest !== undefined && openArchives.size >= 4) openArchives.delete(oldest);
  const opened = openWithin(zip);
  openArchives.set(key, opened);
  return opened;
}

async function openWithin(zip: Blob): Promise<Opened> {
  const opened = await openArchive(zip);
  return opened.ok ? { ok: true, archive: await withInnerZips(opened.archive) } : opened;
}
