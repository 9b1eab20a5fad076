import { group } from 'd3-array';
import type { Collection, Side } from './collection';
import { stream } from './rng';
import type { Settings } from './settings';
import { splitCollection } from './split';
import { learnable } from './testSet';

/** What a seed does with each picture; the page shows this on the thumbnails, and training uses the very same. */
export interface TrialDraw {
  /** Side by picture id; a training picture beyond the limit per class is on no side. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Wrong class id given to a training picture, by picture id. */
  readonly wrongLabels: ReadonlyMap<string, string>;
}

/** Ids of the pictures that a seed learns from. */
export const trainingIdsOf = ({ sides }: TrialDraw): readonly string[] =>
  [...sides].flatMap(([id, side]) => (side === 'training' ? [id] : []));

/**
 * Ids of the pictures that at least one seed learns from, which are those that need altered copies. Fifty seeds of two
 * thousand pictures take half a second; a page that has to stay fluid draws seed by seed, with `trainingIdsOf`.
 */
export const trainingIds = (
  settings: Pick<Settings, 'seed' | 'seeds' | 'split' | 'noise' | 'perClass'>,
  collection: Collection,
): ReadonlySet<string> =>
  new Set(
    Array.from({ length: settings.seeds }, (_, k) =>
      trainingIdsOf(drawTrial(settings, settings.seed + k, collection)),
    ).flat(),
  );

export function drawTrial(
  settings: Pick<Settings, 'split' | 'noise' | 'perClass'>,
  seed: number,
  collection: Collection,
): TrialDraw {
  const pictures = learnable(collection.pictures);
  const sides = new Map(splitCollection(collection, settings.split, seed));
  const wrongLabels = new Map<string, string>();
  const noise = stream(seed, 'noise');
  // A lot for every picture, drawn in the order of ids, so that neither pictures nor classes depend on arrival.
  const lots = (purpose: 'subset' | 'noise') => {
    const rng = stream(seed, purpose);
    return new Map(
      pictures
        .map((p) => p.id)
        .toSorted()
        .map((id) => [id, rng.uniform()]),
    );
  };
  const [subsetLots, noiseLots] = [lots('subset'), lots('noise')];
  const byLot = (ids: readonly string[], drawn: ReadonlyMap<string, number>) =>
    ids.toSorted((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0));
  const byClass = group(pictures, (p) => p.classId);
  for (const cls of collection.classes.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const training = (byClass.get(cls.id) ?? []).map((p) => p.id).filter((id) => sides.get(id) === 'training');
    // The first n of one fixed order: a smaller subset is always part of a larger one.
    const order = byLot(training, subsetLots);
    const used = settings.perClass > 0 ? order.slice(0, settings.perClass) : order;
    for (const id of order.slice(used.length)) sides.delete(id);
    const others = collection.classes.filter((c) => c.id !== cls.id).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const id of byLot(used, noiseLots).slice(0, Math.round(settings.noise * used.length))) {
      const other = others[noise.below(others.length)];
      if (other) wrongLabels.set(id, other.id);
    }
  }
  return { sides, wrongLabels };
}
