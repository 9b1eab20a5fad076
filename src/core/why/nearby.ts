import { macrotask } from '../macrotask';
import type { MapPictures, Neighbours } from './featureMap';

/** Which pictures lie near each one, by Euclidean distance in all D dimensions. */
export interface Nearby {
  /** [N] index of the nearest picture of another group; -1: there is none. */
  readonly nearest: Int32Array;
  /** k: neighbours listed below, the picture itself among them; at most N. */
  readonly listed: number;
  /** [N, k] the nearest first, whatever their group; the first is the picture itself. */
  readonly indices: Int32Array;
  /** [N, k] */
  readonly distances: Float64Array;
}

/** UMAP's own default; its sketch of the neighbourhood is what the layout follows (McInnes et al., 2018). */
const mostListed = 15;

/** How long rows are gone through at a stretch, in ms, so that a stop is heard. */
const stretch = 40;

/**
 * All distances, pair by pair: exact, N (N - 1) D / 2 multiplications. Of equally near ones the first counts.
 *
 * @param features [N, D] row-major, standardised. @param groups [N]
 * @param isWanted asked between stretches. @returns null once it is not.
 */
export async function findNearby(
  features: Float32Array,
  dimension: number,
  groups: Int32Array,
  isWanted: () => boolean,
): Promise<Nearby | null> {
  const count = groups.length;
  const listed = Math.min(mostListed, count);
  const indices = new Int32Array(count * listed).fill(-1);
  const distances = new Float64Array(count * listed).fill(Infinity);
  const nearest = new Int32Array(count).fill(-1);
  const least = new Float64Array(count).fill(Infinity);
  for (let i = 0; i < count; i++) {
    indices[i * listed] = i;
    distances[i * listed] = 0;
  }

  const enter = (row: number, other: number, distance: number) => {
    const first = row * listed;
    let at = first + listed - 1;
    // The first place is the picture's own.
    if (at === first || !(distance < (distances[at] ?? 0))) return;
    for (; at > first + 1 && distance < (distances[at - 1] ?? 0); at--) {
      distances[at] = distances[at - 1] ?? 0;
      indices[at] = indices[at - 1] ?? 0;
    }
    distances[at] = distance;
    indices[at] = other;
  };
  const compare = (row: number, other: number, distance: number) => {
    if (groups[row] === groups[other] || !(distance < (least[row] ?? 0))) return;
    least[row] = distance;
    nearest[row] = other;
  };

  let since = performance.now();
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const distance = distanceOf(features, a * dimension, b * dimension, dimension);
      enter(a, b, distance);
      enter(b, a, distance);
      compare(a, b, distance);
      compare(b, a, distance);
    }
    if (performance.now() - since < stretch) continue;
    await macrotask();
    if (!isWanted()) return null;
    since = performance.now();
  }
  return { nearest, listed, indices, distances };
}

function distanceOf(features: Float32Array, a: number, b: number, dimension: number): number {
  let squares = 0;
  for (let d = 0; d < dimension; d++) {
    const difference = (features[a + d] ?? 0) - (features[b + d] ?? 0);
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}

/**
 * How far the classes are apart in the full space of a view, not in its picture: the share of pictures whose nearest one
 * of another group is of the same class. That is the accuracy of a nearest-neighbour classifier (Cover and Hart, IEEE
 * Transactions on Information Theory 13, 1967, 21) when each group in turn is left out; nothing is trained.
 *
 * Chance is what it would be with a neighbour drawn at random from the other groups: the mean over the counted pictures i
 * of (those of i's class outside i's group) / (all outside i's group).
 *
 * @param nearest [N] as `findNearby` gives it.
 */
export function neighboursOf(nearest: Int32Array, { labels, groups, classes }: MapPictures): Neighbours {
  const byClass = Array.from({ length: classes }, () => ({ counted: 0, same: 0 }));
  const inClass = counts(labels, (label) => label);
  const inGroup = counts(groups, (group) => group);
  const key = (i: number) => (groups[i] ?? 0) * classes + (labels[i] ?? 0);
  const inBoth = counts(labels, (_, i) => key(i));
  let chance = 0;
  nearest.forEach((other, i) => {
    const label = labels[i] ?? 0;
    const own = byClass[label];
    if (other < 0 || !own) return;
    own.counted++;
    if (labels[other] === label) own.same++;
    const alike = (inClass.get(label) ?? 0) - (inBoth.get(key(i)) ?? 0);
    chance += alike / (labels.length - (inGroup.get(groups[i] ?? 0) ?? 0));
  });
  const counted = byClass.reduce((sum, c) => sum + c.counted, 0);
  const same = byClass.reduce((sum, c) => sum + c.same, 0);
  return { nearest, counted, same, chance: counted === 0 ? 0 : chance / counted, byClass };
}

function counts(values: Int32Array, keyOf: (value: number, i: number) => number): ReadonlyMap<number, number> {
  const of = new Map<number, number>();
  values.forEach((value, i) => of.set(keyOf(value, i), (of.get(keyOf(value, i)) ?? 0) + 1));
  return of;
}
