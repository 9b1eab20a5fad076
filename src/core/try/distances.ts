import { bisectLeft } from 'd3-array';
import type { Picture } from '../collection';
import type { TrialOfHeads } from '../heads/trainedHeads';
import { macrotask } from '../macrotask';
import { nearestOf } from '../nearest';

/** A picture that a seed learned from, and how far another one is from it. */
export interface NearPicture {
  /** Of the heads' rows. */
  readonly row: number;
  /** Euclidean, over the features as this seed standardises them. */
  readonly distance: number;
}

/** Features of the heads' pictures by row, not standardised; undefined for those that are no longer there. */
export type FeaturesByRow = readonly (Float32Array | undefined)[];

type Learned = Pick<TrialOfHeads, 'training' | 'standardiser'>;

/** More validation pictures would take longer than they tell. */
const mostUsual = 200;

/** How many numbers are compared at a stretch: some milliseconds' worth. */
const stretch = 4_000_000;

/**
 * The training pictures of a seed that are nearest to a picture, the nearest first.
 *
 * @param features [D], not standardised.
 * @param left rows that do not count: see `rowsBelonging`.
 */
export function nearestLearned(
  features: Float32Array,
  { training, standardiser }: Learned,
  byRow: FeaturesByRow,
  count: number,
  left: ReadonlySet<number> = new Set(),
): readonly NearPicture[] {
  const there = [...training].flatMap((row) => {
    const own = byRow[row];
    return own && !left.has(row) ? [{ row, own }] : [];
  });
  const found = nearestOf(
    features,
    there.map(({ own }) => own),
    standardiser.scale,
    count,
  );
  return found.map(({ index, distance }) => ({ row: there[index]?.row ?? 0, distance }));
}

/**
 * Rows that are no evidence about a picture: it itself, the same content elsewhere, and everything of their groups, which
 * was taken together and is alike for that alone.
 *
 * @param hash of the picture's content. @param byRow pictures of the heads' rows, as far as they are there.
 * @param all where its groups are looked up.
 */
export function rowsBelonging(
  hash: string | null,
  byRow: readonly (Pick<Picture, 'group'> | null | undefined)[],
  all: readonly Pick<Picture, 'hash' | 'group'>[],
): ReadonlySet<number> {
  const groups = new Set(all.flatMap((p) => (p.hash === hash ? [p.group] : [])));
  return new Set(byRow.flatMap((p, row) => (p && groups.has(p.group) ? [row] : [])));
}

/**
 * What is usual: how far each validation picture of a seed is from its nearest training picture. Of many, the first 200
 * by id count; ids come from the content, so that these are as good as drawn.
 *
 * @param isWanted asked between stretches. @returns ascending; null once it is not wanted.
 */
export async function usualDistances(
  trial: Learned & Pick<TrialOfHeads, 'validation'>,
  byRow: FeaturesByRow,
  isWanted: () => boolean,
): Promise<Float64Array | null> {
  const distances: number[] = [];
  let compared = 0;
  const there = [...trial.validation].flatMap((row) => byRow[row] ?? []);
  for (const own of there.slice(0, mostUsual)) {
    const [nearest] = nearestLearned(own, trial, byRow, 1);
    if (nearest) distances.push(nearest.distance);
    compared += trial.training.length * own.length;
    if (compared < stretch) continue;
    compared = 0;
    await macrotask();
    if (!isWanted()) return null;
  }
  return Float64Array.from(distances).toSorted();
}

/** How many of the validation pictures are nearer to what was learned. @param usual ascending. */
export const countNearer = (usual: Float64Array, distance: number): number => bisectLeft(usual, distance);
