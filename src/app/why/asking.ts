import { picturesByRow } from '../../core/experiment';
import type { Recognition } from '../../core/insight';
import { notAsked, recognisedIn, type Asked } from '../../core/why/practical';
import { shuffle, stream } from '../../core/rng';
import type { BaseClient } from '../../worker/baseClient';
import type { BaseStarter } from '../baseStarting';
import { isAbort, messageOf } from '../messages';
import type { FeatureKeeper } from '../extracting';
import type { PicturePixels } from '../picturePixels';
import type { LabStore } from '../store';

/** Asks the base, as task A left it, what it sees in some of the pictures. */
export interface Asker {
  readonly ask: () => Promise<void>;
  readonly forget: () => void;
}

interface Parts {
  readonly store: LabStore;
  readonly base: BaseClient;
  readonly starter: BaseStarter;
  readonly features: FeatureKeeper;
  readonly pictures: PicturePixels;
}

/** Of each class; more would take long and say little more. */
const perClass = 4;
const most = 16;

export function createAsker({ store, base, starter, features, pictures }: Parts): Asker {
  let turn = 0;
  const tell = (asked: Asked) => store.setState({ asked });
  return {
    forget: () => {
      turn++;
    },
    async ask() {
      const own = ++turn;
      const isLatest = () => own === turn;
      try {
        const source = features.source();
        const { collection, settings } = store.getState();
        if (!source) return;
        // Drawn, so that one drawer's or one folder's pictures do not stand for all.
        const rows = shuffle([...picturesByRow(collection)], stream(settings.seed, 'sample'));
        const some = collection.classes
          .flatMap(({ id }) => rows.filter(({ classId }) => classId === id).slice(0, perClass))
          .slice(0, most);
        tell({ phase: 'asking', done: 0, total: some.length });
        await starter.start(source.card, settings.engine, new AbortController().signal);
        const found: (Recognition | null)[] = [];
        for (const { hash } of some) {
          const { recognition } = await base.look(await pictures.pixels(hash), 1);
          if (!isLatest()) return;
          found.push(recognition);
          tell({ phase: 'asking', done: found.length, total: some.length });
        }
        tell({ phase: 'done', recognised: recognisedIn(found), base: source.card.id, collection });
      } catch (error) {
        if (isLatest()) tell(isAbort(error) ? notAsked : { phase: 'failed', reason: messageOf(error) });
      }
    },
  };
}
