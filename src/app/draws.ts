import type { Collection } from '../core/collection';
import { drawTrial, type TrialDraw } from '../core/trialDraw';
import { readiness, splitCollection, type Readiness } from '../core/split';
import type { Settings } from '../core/settings';
import type { LabState } from './store';

/**
 * The same draw for all places of the page that ask for it. While pictures come in, the collection is another one several
 * times a second, and with two thousand pictures each draw takes ten milliseconds of the page's thread.
 */
export function drawnTrial(
  { split, noise, perClass }: Pick<Settings, 'split' | 'noise' | 'perClass'>,
  seed: number,
  collection: Collection,
): TrialDraw {
  return draws.of(collection, `${split} ${noise} ${perClass} ${seed}`, () =>
    drawTrial({ split, noise, perClass }, seed, collection),
  );
}

/** Can the present pictures be trained on with the present settings? Asked all over the page at every step of the base. */
export const readinessOf = ({ collection, settings }: Pick<LabState, 'collection' | 'settings'>): Readiness =>
  answers.of(collection, `${settings.split} ${settings.seed}`, () =>
    readiness(collection, splitCollection(collection, settings.split, settings.seed)),
  );

/** What was worked out for the latest collection: few at a time, because each may hold an entry a picture. */
class Latest<T> {
  static readonly #most = 8;
  readonly #known = new Map<string, T>();
  #collection: Collection | null = null;

  of(collection: Collection, key: string, make: () => T): T {
    if (this.#collection !== collection || this.#known.size >= Latest.#most) {
      this.#collection = collection;
      this.#known.clear();
    }
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }
}

const draws = new Latest<TrialDraw>();
const answers = new Latest<Readiness>();
