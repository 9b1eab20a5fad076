import { t } from '@lingui/core/macro';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Side of the square picture that the frozen base sees, in pixels. */
export const side = 224;

/** A picture as the model sees it. */
export interface PreparedPicture {
  /** PNG, `side` x `side`, without loss: the thumbnail is the model's input. */
  readonly blob: Blob;
  /** [side * side * 3], RGB in 0..255, row by row. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** SHA-256 of `pixels`, hexadecimal. */
  readonly hash: string;
}

/**
 * The only preprocessing there is: centre-crop to a square, composite on white, resize. The bitmap comes upright from
 * the decoder, which follows the EXIF orientation. Works in a window and in a worker.
 *
 * Scaling down goes by halves, each the mean of four pixels, before the last step: not every browser's own scaler
 * averages, and one that skips pixels turns fur into noise.
 */
export async function prepare(bitmap: ImageBitmap): Promise<PreparedPicture> {
  const short = Math.min(bitmap.width, bitmap.height);
  const crop = { x: Math.floor((bitmap.width - short) / 2), y: Math.floor((bitmap.height - short) / 2), side: short };
  let source: CanvasImageSource = bitmap;
  let { x, y, side: from } = crop;
  while (from > 2 * side) {
    const half = Math.max(side, Math.round(from / 2));
    source = drawn(source, { x, y, side: from }, half).canvas;
    [x, y, from] = [0, 0, half];
  }
  const context = drawn(source, { x, y, side: from }, side);
  const pixels = rgbOf(context);
  const [blob, hash] = await Promise.all([context.canvas.convertToBlob({ type: 'image/png' }), hashOf(pixels)]);
  return { blob, pixels, hash };
}

/** Decodes any picture that the browser can, upright. Rejects where it is damaged or of an unknown kind. */
export const decode = (blob: Blob): Promise<ImageBitmap> => createImageBitmap(blob, { imageOrientation: 'from-image' });

/**
 * The pixels of a thumbnail that `prepare` made: the same bytes as then.
 * @throws where the blob is not such a thumbnail.
 */
export async function pixelsOf(thumbnail: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await decode(thumbnail);
  try {
    if (bitmap.width !== side || bitmap.height !== side) {
      throw new Error(t`A stored picture has ${bitmap.width} x ${bitmap.height} pixels instead of ${side} x ${side}.`);
    }
    return rgbOf(drawn(bitmap, { x: 0, y: 0, side }, side));
  } finally {
    bitmap.close();
  }
}

/** The browser's own SHA-256 is ten times faster, but missing on pages served over plain http from another machine. */
async function hashOf(pixels: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!isSecureContext) return bytesToHex(sha256(pixels));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', pixels)));
}

interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

function drawn(source: CanvasImageSource, from: Square, to: number): OffscreenCanvasRenderingContext2D {
  // willReadFrequently keeps the canvas off the graphics card: no read-back, and the same pixels on every machine.
  const context = new OffscreenCanvas(to, to).getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error(t`The browser gave no 2D canvas to draw a picture on.`);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, to, to);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, from.x, from.y, from.side, from.side, 0, 0, to, to);
  return context;
}

/** [height * width * 3] of the whole canvas. */
function rgbOf(context: OffscreenCanvasRenderingContext2D): Uint8Array<ArrayBuffer> {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from] ?? 0;
    rgb[to++] = data[from + 1] ?? 0;
    rgb[to++] = data[from + 2] ?? 0;
  }
  return rgb;
}
