import { macrotask } from '../core/macrotask';
import { averagedPixels } from '../core/pixelFeatures';
import type { PicturePixels } from './picturePixels';

/** Pictures that are decoded at the same time. */
const atOnce = 4;

/**
 * Raw pixels as features.
 *
 * @param side squares along each edge of the grid; it must divide 224.
 * @returns [side * side * 3] in [0, 1] by picture hash.
 * @throws AbortError when the signal is given.
 */
export async function pixelFeatures(
  pictures: Pick<PicturePixels, 'pixels'>,
  hashes: readonly string[],
  side: number,
  signal: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, Float32Array>> {
  const features = new Map<string, Float32Array>();
  for (let from = 0; from < hashes.length; from += atOnce) {
    signal.throwIfAborted();
    const batch = hashes.slice(from, from + atOnce);
    const decoded = await Promise.all(batch.map((hash) => pictures.pixels(hash)));
    for (const [i, hash] of batch.entries()) {
      features.set(hash, averagedPixels(decoded[i] ?? new Uint8Array(), side));
      await macrotask();
    }
    onProgress?.(features.size, hashes.length);
  }
  return features;
}
