import type { Picture } from '../core/collection';
import type { BaseClient } from '../worker/baseClient';
import type { BaseStarter } from './baseStarting';
import { isAbort, messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { Shelf } from './shelf';
import type { LabState, LabStore } from './store';

/** Maps of each block that are fetched: one for the strip, the rest for the block at the cut. */
const mapsPerBlock = 8;

export interface Looker {
  /** Looks at a picture through the base that is chosen; null: at the one that is looked at already, or the first. */
  readonly look: (pictureId: string | null) => Promise<void>;
  /** What was seen is no longer of this picture or this base. */
  readonly forget: () => void;
}

/** The picture that is looked at; null where there are none. */
export const lookedAtOf = ({ collection, lookedAt }: Pick<LabState, 'collection' | 'lookedAt'>): Picture | null =>
  collection.pictures.find(({ id }) => id === lookedAt) ?? collection.pictures[0] ?? null;

export function createLooker(
  store: LabStore,
  base: BaseClient,
  starter: BaseStarter,
  pictures: PicturePixels,
  shelf: Shelf,
): Looker {
  let turn = 0;
  return {
    forget() {
      turn++;
      store.setState({ insight: { phase: 'none' } });
    },
    async look(pictureId) {
      const own = ++turn;
      if (pictureId !== null) store.setState({ lookedAt: pictureId });
      const state = store.getState();
      const picture = lookedAtOf(state);
      const card = shelf.card(state.settings.base);
      if (!picture || !card) return store.setState({ insight: { phase: 'none' } });
      store.setState({ insight: { phase: 'looking' } });
      const isLatest = () => own === turn && store.getState().settings.base === card.id;
      try {
        const { anatomy } = await starter.start(card, state.settings.engine, new AbortController().signal);
        if (!isLatest()) return;
        const insight = await base.look(await pictures.pixels(picture.hash), mapsPerBlock);
        if (isLatest()) store.setState({ insight: { phase: 'ready', insight }, anatomy });
      } catch (error) {
        if (!isLatest()) return;
        // Another base or engine was chosen meanwhile: whoever chose it looks again.
        if (isAbort(error)) store.setState({ insight: { phase: 'none' } });
        else store.setState({ insight: { phase: 'failed', reason: messageOf(error) } });
      }
    },
  };
}
