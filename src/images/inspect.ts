import { t } from '@lingui/core/macro';
import { imageSize } from 'image-size';
import { decimal, fixed, grouped } from '../core/figures';
import { type FileKind, headBytes, recognise } from './signature';

/** What is stated to the person, and enforced before anything is decoded. */
export const pictureLimits = {
  /** Bytes of one picture's file. */
  bytes: 50e6,
  /** Width times height. Decoded, this takes 400 MB. */
  pixels: 100e6,
  /** The shorter side, in pixels. */
  minSide: 8,
  /** Bytes of an SVG, which is drawn on the page's own thread. */
  svgBytes: 5e6,
} as const;

/** Looks at a file without decoding it: a refusal is a sentence, anything else is worth a try. */
export async function inspect(blob: Blob, name: string): Promise<FileKind> {
  if (blob.size === 0) return refused(t`The file is empty (0 bytes). Copy or download it again.`);
  const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  const found = recognise(head, name);
  if (found.kind === 'refused' || found.kind === 'zip') return found;
  const limit = found.kind === 'svg' ? pictureLimits.svgBytes : pictureLimits.bytes;
  if (blob.size > limit) {
    const [size, most] = [fixed(blob.size / 1e6, 1), decimal(limit / 1e6)];
    return refused(t`The file has ${size} MB; at most ${most} MB can be read. Export it in a smaller size.`);
  }
  if (found.kind === 'svg') return found;
  const size = await sizeOf(blob, head);
  const fault = size && sizeFault(size.width, size.height);
  return fault ? refused(fault) : found;
}

/** The sentence for a picture of this size in pixels, or null where the size is fine. */
export function sizeFault(width: number, height: number): string | null {
  const [across, down] = [grouped(width), grouped(height)];
  const size = t`${across} x ${down} pixels`;
  if (width * height > pictureLimits.pixels) {
    return t`The picture has ${size}, too many to decode safely: at most 100 megapixels. Export it in a smaller size.`;
  }
  const { minSide } = pictureLimits;
  if (Math.min(width, height) < minSide) {
    return t`The picture has only ${size}; it takes at least ${minSide} on each side to show anything.`;
  }
  return null;
}

const refused = (reason: string): FileKind => ({ kind: 'refused', reason });

/** Size from the header; null where it cannot be found, and the decoder has the last word. */
async function sizeOf(blob: Blob, head: Uint8Array): Promise<{ width: number; height: number } | null> {
  // Colour profiles and previews can stand before the size, so that the first bytes may not be enough.
  return tryImageSize(head) ?? tryImageSize(new Uint8Array(await blob.slice(0, 4e6).arrayBuffer()));
}

function tryImageSize(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null; // image-size throws where the header is cut off or odd
  }
}
