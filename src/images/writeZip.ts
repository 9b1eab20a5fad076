import { BlobReader, BlobWriter, configure, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** One file of a ZIP. */
export interface ZipEntry {
  /** With `/` between its levels. */
  readonly path: string;
  readonly content: string | Blob;
  /** Its bytes do not get smaller by packing: weights, PNGs. */
  readonly isDense?: boolean;
}

export interface ZipProgress {
  /** Bytes, before packing. */
  readonly done: number;
  readonly total: number;
}

// Packing is the browser's own, off this thread; zip.js must not start workers, which the page's policy forbids.
configure({ useWebWorkers: false });

/** Files as one ZIP, in their order. @throws AbortError where it is cancelled. */
export async function writeZip(
  entries: readonly ZipEntry[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: ZipProgress) => void },
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), { dataDescriptor: false, keepOrder: true });
  const total = entries.reduce((sum, { content }) => sum + sizeOf(content), 0);
  let before = 0;
  for (const { path, content, isDense } of entries) {
    signal.throwIfAborted();
    const reader = typeof content === 'string' ? new TextReader(content) : new BlobReader(content);
    await writer.add(path, reader, {
      signal,
      ...(isDense ? { level: 0 } : {}),
      onprogress: (packed) => {
        onProgress({ done: Math.min(total, before + packed), total });
        return undefined;
      },
    });
    before += sizeOf(content);
    onProgress({ done: before, total });
  }
  const zip = await writer.close();
  signal.throwIfAborted();
  return zip;
}

const sizeOf = (content: string | Blob) => (typeof content === 'string' ? content.length : content.size);
