import { forgetWorkspace, loadPngs, loadWorkspace, saveWorkspace } from '../storage/workspace';
import { messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { LabStore } from './store';

/** How long the collection has to be quiet before it is saved, in ms. */
const quiet = 400;

export interface Saver {
  /** Looks whether there is work of an earlier visit: brings it back, or keeps it for later while a sample is shown. */
  readonly begin: (restore: boolean) => Promise<void>;
  /** Saves now what is still waiting to be saved. */
  readonly flush: () => Promise<void>;
  /** Puts the kept work in the place of what is there. */
  readonly restore: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/**
 * Keeps a learner's own pictures and settings in this browser, as they change. A built-in set needs no keeping.
 *
 * @param cancelImport what is still coming in must not land among what is brought back.
 */
export function createSaver(
  store: LabStore,
  pictures: PicturePixels,
  onPictures: () => void,
  cancelImport: () => Promise<void>,
): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watching = false;

  const complain = (error: unknown) =>
    store.setState({
      trouble:
        `This browser does not keep your pictures, so they are gone when the tab is closed (${messageOf(error)}). ` +
        'Everything else works.',
    });

  async function save(): Promise<void> {
    const { collection, settings, sample, kept } = store.getState();
    // A kept collection is only overwritten once the person has brought it back or let it go.
    if (sample !== null || kept > 0) return;
    try {
      if (collection.classes.length === 0) await forgetWorkspace();
      else await saveWorkspace({ collection, settings }, (hash) => pictures.png(hash));
    } catch (error) {
      complain(error);
    }
  }

  function watch(): void {
    if (watching) return;
    watching = true;
    store.subscribe((now, before) => {
      if (now.collection === before.collection && now.settings === before.settings && now.kept === before.kept) return;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), quiet);
    });
    // A tab that is being closed may not live until the timer.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void flush();
    });
  }

  async function restore(): Promise<void> {
    try {
      const workspace = await loadWorkspace();
      if (!workspace) return;
      await cancelImport();
      const pngs = await loadPngs(workspace.collection);
      for (const [hash, png] of pngs) pictures.keep(hash, png);
      const present = workspace.collection.pictures.filter((p) => pngs.has(p.hash));
      const lost = workspace.collection.pictures.length - present.length;
      store.setState({
        collection: { ...workspace.collection, pictures: present },
        settings: workspace.settings,
        sample: null,
        kept: 0,
        report: null,
        ...(lost > 0
          ? { trouble: `${lost} pictures of your last visit could not be read back; the browser had let them go.` }
          : {}),
      });
      store.temporal.getState().clear();
      onPictures();
    } catch (error) {
      complain(error);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await save();
  }

  return {
    flush,
    async begin(wanted) {
      try {
        const workspace = await loadWorkspace();
        if (workspace && !wanted) store.setState({ kept: workspace.collection.pictures.length });
        if (workspace && wanted) await restore();
      } catch (error) {
        complain(error);
      }
      watch();
    },
    restore,
    async forget() {
      await forgetWorkspace().catch(complain);
      store.setState({ kept: 0 });
    },
  };
}
