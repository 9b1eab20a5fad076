import { picturesByRow } from '../../core/experiment';
import type { Recognition } from '../../core/insight';
import { notAsked, recognisedIn, type Asked } from '../../core/why/practical';
import { shuffle, stream } from '../../core/rng';
import { isAbort, messageOf } from '../messages';
import type { FeatureKeeper } from '../extracting';
import type { PicturePixels } from '../picturePixels';
import type { LabStore } from '../store';
import { withOwnWorker, type OwnWorkerParts } from './ownWorker';

/** Asks the base, as task A left it, what it sees in some of the pictures. */
export interface Asker {
  readonly ask: () => Promise<void>;
  readonly forget: () => void;
}

interface Parts extends OwnWorkerParts {
  readonly store: LabStore;
  readonly features: FeatureKeeper;
  readonly pictures: PicturePixels;
}

/** More would take long and say little more. */
const mostPictures = 16;
const mostPerClass = 4;

export function createAsker({ store, features, pictures, ...workers }: Parts): Asker {
  let controller: AbortController | null = null;
  const tell = (asked: Asked) => store.setState({ asked });
  return {
    forget: () => controller?.abort(),
    async ask() {
      controller?.abort();
      const own = new AbortController();
      controller = own;
      try {
        const source = features.source();
        const { collection, settings } = store.getState();
        if (!source) return;
        // Drawn, so that one drawer's or one folder's pictures do not stand for all.
        const rows = shuffle([...picturesByRow(collection)], stream(settings.seed, 'sample'));
        const each = Math.max(1, Math.min(mostPerClass, Math.floor(mostPictures / collection.classes.length)));
        const some = collection.classes.flatMap(({ id }) =>
          rows.filter(({ classId }) => classId === id).slice(0, each),
        );
        tell({ phase: 'asking', done: 0, total: some.length });
        const found: (Recognition | null)[] = [];
        await withOwnWorker(workers, source.card, source.report.engine, null, own.signal, async (client) => {
          for (const { hash } of some) {
            const { recognition } = await client.look(await pictures.pixels(hash), 1);
            if (own.signal.aborted) return;
            found.push(recognition);
            tell({ phase: 'asking', done: found.length, total: some.length });
          }
        });
        if (own.signal.aborted) return;
        tell({ phase: 'done', recognised: recognisedIn(found), base: source.card.id, collection });
      } catch (error) {
        if (!own.signal.aborted) tell(isAbort(error) ? notAsked : { phase: 'failed', reason: messageOf(error) });
      }
    },
  };
}
