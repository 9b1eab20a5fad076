import { askedPictures } from '../../core/mistakes/askedPictures';
import { neighboursShown } from '../../core/mistakes/labelHint';
import { macrotask } from '../../core/macrotask';
import { nearestLearned, rowsBelonging } from '../../core/try/distances';
import type { Lab } from '../lab';
import { nearKey, type MistakesStore } from './mistakesState';

/** A picture as one seed's head sees it. */
interface Place {
  readonly trial: number;
  readonly row: number;
}

/** Finds the training pictures that lie nearest to pictures, those of one seed to its own. */
export interface NearFinder {
  /** These are shown now; what was asked for before and is not there yet is dropped. @param list who asks. */
  readonly want: (list: string, places: readonly Place[]) => void;
  /** Features may have come, or the pictures are others. */
  readonly follow: () => void;
}

export function createNearFinder(lab: Pick<Lab, 'store' | 'seeing'>, mistakes: MistakesStore): NearFinder {
  const wanted = new Map<string, readonly Place[]>();
  let isRunning = false;

  const next = (): Place | undefined => {
    const { collection } = lab.store.getState();
    const { near } = mistakes.getState();
    return [...wanted.values()].flat().find(({ trial, row }) => near.get(nearKey(trial, row))?.among !== collection);
  };

  async function run(): Promise<void> {
    let place = next();
    while (place) {
      const { heads } = mistakes.getState();
      const { collection } = lab.store.getState();
      const features = heads && lab.seeing.known(heads.base);
      if (!heads || !features) return;
      const { pictures } = askedPictures(heads, collection);
      const byRow = pictures.map((p) => (p ? features.get(p.hash) : undefined));
      const isCurrent = () => mistakes.getState().heads === heads && lab.store.getState().collection === collection;
      for (; place && isCurrent(); place = next()) {
        const { trial, row } = place;
        const own = pictures[row];
        const mine = byRow[row];
        const seed = heads.trials[trial];
        const left = rowsBelonging(own?.hash ?? null, pictures, collection.pictures);
        const found = mine && seed ? nearestLearned(mine, seed, byRow, neighboursShown, left) : [];
        mistakes.setState(({ near }) => ({
          near: new Map(near).set(nearKey(trial, row), { found, among: collection }),
        }));
        await macrotask();
      }
      place = next();
    }
  }

  const runOnce = async () => {
    try {
      await run();
    } finally {
      isRunning = false;
    }
  };

  const follow = () => {
    if (isRunning || !next()) return;
    isRunning = true;
    void runOnce();
  };

  return {
    want: (list, places) => {
      wanted.set(list, places);
      follow();
    },
    follow,
  };
}
