import { emptyCollection } from '../core/collection';
import { defaultSettings } from '../core/settings';
import { forgetWork, loadPngs, loadWorks, saveWork, type Work } from '../storage/workspace';
import { freshId } from './freshId';
import { messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { LabStore } from './store';

/** How long the collection has to be quiet before it is saved, in ms. */
const quiet = 400;

/** How long a change may wait to be saved while others follow it, in ms. */
const longest = 2000;

export interface Saver {
  /** Call once. Reads what earlier visits kept, and brings the newest back if that is wanted. */
  readonly begin: (restore: boolean) => Promise<void>;
  /** Before another collection takes the place of this one: keeps it, and offers it back from then on. */
  readonly setAside: () => Promise<void>;
  /** Puts kept work in the place of what is there, which is kept in its turn. */
  readonly restore: (id: string) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

/** What the saver needs of the page. */
interface Page {
  readonly store: LabStore;
  readonly pictures: PicturePixels;
  readonly onPictures: () => void;
  /** What is still coming in must not land among what is brought back. */
  readonly settleImport: () => Promise<void>;
}

/**
 * Keeps a learner's own pictures and settings in this browser, as they change. A built-in set needs no keeping.
 * Everything is held in memory too, so that a browser without storage loses nothing before the tab is closed.
 */
export function createSaver({ store, pictures, onPictures, settleImport }: Page): Saver {
  const works = new Map<string, Work>();
  let active = freshId();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = 0;
  let writing: Promise<unknown> = Promise.resolve();

  const complain = (error: unknown) =>
    store.setState({
      trouble:
        `This browser does not keep your pictures, so they are gone when the tab is closed (${messageOf(error)}). ` +
        'Everything else works.',
    });

  /** One write after the other: an older state must never land on a newer one. */
  const write = (work: () => Promise<void>) => (writing = writing.then(work).catch(complain));

  const showKept = () =>
    store.setState({
      kept: [...works.values()]
        .filter(({ id, collection }) => id !== active && collection.pictures.length > 0)
        .map(({ id, collection }) => ({ id, pictures: collection.pictures.length })),
    });

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const { collection, settings, sample } = store.getState();
    if (sample !== null) return;
    const id = active;
    if (collection.classes.length > 0) {
      const work = { id, savedAt: Date.now(), collection, settings };
      works.set(id, work);
      await write(() => saveWork(work, (hash) => pictures.png(hash)));
    } else if (works.delete(id)) {
      await write(() => forgetWork(id));
    }
  }

  function watch(): void {
    store.subscribe((now, before) => {
      if (now.collection === before.collection && now.settings === before.settings) return;
      // A long import changes it all the time: it is saved every now and then all the same.
      if (timer === undefined) changedAt = performance.now();
      else if (performance.now() - changedAt > longest) return;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), quiet);
    });
    // A tab that is being closed may not live until the timer.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && timer !== undefined) void save();
    });
  }

  async function setAside(): Promise<void> {
    await save();
    active = freshId();
    showKept();
  }

  async function restore(id: string): Promise<void> {
    const work = works.get(id);
    if (!work) return;
    const pngs = await loadPngs(work.collection).catch(() => new Map<string, Blob>());
    for (const [hash, png] of pngs) pictures.keep(hash, png);
    await settleImport();
    await save();
    active = id;
    const present = work.collection.pictures.filter((p) => pictures.png(p.hash));
    const lost = work.collection.pictures.length - present.length;
    store.setState({
      collection: { ...work.collection, pictures: present },
      // Settings that came with a later version have their defaults.
      settings: { ...defaultSettings, ...work.settings },
      sample: null,
      shownTrial: 0,
      report: null,
      ...(lost > 0
        ? { trouble: `${lost} pictures of your last visit could not be read back; the browser had let them go.` }
        : {}),
    });
    store.temporal.getState().clear();
    showKept();
    onPictures();
  }

  return {
    async begin(wanted) {
      try {
        for (const work of await loadWorks()) works.set(work.id, work);
        const [newest] = works.values();
        if (wanted && newest && store.getState().collection === emptyCollection) await restore(newest.id);
      } catch (error) {
        complain(error);
      }
      showKept();
      watch();
    },
    setAside,
    restore,
    async forget(id) {
      works.delete(id);
      showKept();
      await write(() => forgetWork(id));
    },
  };
}
