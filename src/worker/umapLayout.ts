import { stream } from '../core/rng';
import type { Nearby } from '../core/why/nearby';
import { toUnitSquare } from '../core/why/mapPoints';

/** UMAP of several views, one after the other. */
export interface UmapLayout {
  /** Epochs of all views together. */
  readonly total: number;
  /** Goes on for about so long, in ms. @returns epochs done so far. */
  readonly goOn: (duration: number) => number;
  /** [N, 2] of each view in the unit square; once all epochs are done. */
  readonly points: () => readonly Float32Array[];
}

/** UMAP's own default for sets of this size. */
const epochs = 500;

/**
 * Uniform manifold approximation and projection (McInnes, Healy and Melville, arXiv 1802.03426, 2018) by umap-js, with its
 * defaults, from the exact neighbours. It begins at random places, drawn from the seed.
 *
 * @param views of at least 3 pictures each.
 */
export async function umapLayout(views: readonly Nearby[], seed: number): Promise<UmapLayout> {
  // Half as large as the rest of the worker, and not everybody asks for it.
  const { UMAP } = await import('umap-js');
  const found: Float32Array[] = [];
  let current: InstanceType<typeof UMAP> | null = null;
  let inView = 0;
  const begin = ({ listed, indices, distances }: Nearby) => {
    const rng = stream(seed, 'projection');
    const rows = Array.from({ length: indices.length / listed }, (_, i) => [i * listed, (i + 1) * listed] as const);
    // The package wants more pictures than neighbours.
    const nNeighbors = Math.min(listed, rows.length - 1);
    const umap = new UMAP({ nComponents: 2, nEpochs: epochs, nNeighbors, random: rng.uniform });
    umap.setPrecomputedKNN(
      rows.map(([from]) => [...indices.subarray(from, from + nNeighbors)]),
      rows.map(([from]) => [...distances.subarray(from, from + nNeighbors)]),
    );
    // With the neighbours given, of the features only their number is read.
    umap.initializeFit(rows.map(() => []));
    return umap;
  };
  return {
    total: views.length * epochs,
    goOn(duration) {
      const until = performance.now() + duration;
      do {
        const view = views[found.length];
        if (!view) break;
        current ??= begin(view);
        current.step();
        inView++;
        if (inView < epochs) continue;
        found.push(toUnitSquare(current.getEmbedding().flat()));
        current = null;
        inView = 0;
      } while (performance.now() < until);
      return found.length * epochs + inView;
    },
    points: () => found,
  };
}
