import { seedOf, stream } from '../rng';

/**
 * A picture of nothing: opaque discs of random size, colour and place that cover each other, which is the dead leaves
 * model (Lee, Mumford and Huang 2001, "Occlusion models for natural images", IJCV 41). Its edges, areas and contrasts are
 * spread as in photographs (radii by r^-3), and it shows no thing that anybody could be asked to recognise.
 *
 * @param index 0-based: the same index is the same picture.
 * @param size S, in pixels.
 * @returns RGB bytes [S, S, 3]
 */
export function deadLeaves(index: number, size: number): Uint8Array {
  const rng = stream(index + seedOf('dead leaves'), 'sample');
  const pixels = new Uint8Array(size * size * 3);
  const [smallest, largest] = [size / 40, size / 2];
  const covered = new Uint8Array(size * size);
  let left = covered.length;
  // Front to back: a pixel keeps the first disc that covers it. Small gaps stay as they are, mid-grey.
  for (let disc = 0; disc < mostDiscs && left > 0; disc++) {
    // Inverse of the distribution with density ~ r^-3 between the two radii.
    const u = rng.uniform();
    const radius = 1 / Math.sqrt(1 / smallest ** 2 - u * (1 / smallest ** 2 - 1 / largest ** 2));
    const [cx, cy] = [rng.uniform() * size, rng.uniform() * size];
    const colour = [rng.below(256), rng.below(256), rng.below(256)] as const;
    const top = Math.max(0, Math.ceil(cy - radius));
    const bottom = Math.min(size - 1, Math.floor(cy + radius));
    for (let y = top; y <= bottom; y++) {
      const half = Math.sqrt(radius ** 2 - (y - cy) ** 2);
      const end = Math.min(size - 1, Math.floor(cx + half));
      for (let x = Math.max(0, Math.ceil(cx - half)); x <= end; x++) {
        const at = y * size + x;
        if (covered[at] === 1) continue;
        covered[at] = 1;
        left--;
        for (let c = 0; c < 3; c++) pixels[at * 3 + c] = colour[c] ?? 0;
      }
    }
  }
  for (let at = 0; left > 0 && at < covered.length; at++) if (covered[at] === 0) pixels.fill(128, at * 3, at * 3 + 3);
  return pixels;
}

/** Enough for all but a few pixels. */
const mostDiscs = 1200;
