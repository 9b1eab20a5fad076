import { reduceCollection, type CollectionAction } from '../core/collection';
import { formatLink, parseLink, type Link } from '../core/link';
import { sampleOf } from '../core/samples';
import type { Settings } from '../core/settings';
import { readiness, splitCollection, type Readiness } from '../core/split';
import type { PreparerPool } from '../images/pool';
import { fetchSample } from '../images/samples';
import type { BaseClient } from '../worker/baseClient';
import type { HeadClient } from '../worker/headClient';
import { createFeatureKeeper, type FeatureKeeper } from './extracting';
import { createImporter, type Importer } from './importing';
import { PicturePixels } from './picturePixels';
import { showStation } from './stations';
import { createSaver, type Saver } from './saving';
import { createStore, type LabState, type LabStore } from './store';
import { createTrainer, type Trainer } from './training';

/** What runs in workers. */
export interface Services {
  readonly pool: PreparerPool;
  readonly base: BaseClient;
  readonly head: HeadClient;
}

/** The page's state and everything that can be done to it. */
export interface Lab {
  readonly store: LabStore;
  readonly importer: Importer;
  readonly features: FeatureKeeper;
  readonly trainer: Trainer;
  readonly saver: Saver;
  readonly thumbnailUrl: (hash: string) => string;
  readonly change: (action: CollectionAction, undoable?: string) => void;
  readonly undo: () => void;
  readonly set: (settings: Partial<Settings>) => void;
  readonly loadSample: (id: string, settings?: Settings) => Promise<void>;
  /** Trains as soon as every picture has its features; does nothing where the pictures cannot be trained on. */
  readonly trainWhenReady: () => Promise<void>;
  /** Call once: work of an earlier visit, and what the address asks for. */
  readonly begin: (link: Link) => Promise<void>;
}

export function createLab({ pool, base, head }: Services, link: Link): Lab {
  const store = createStore(link);
  const pictures = new PicturePixels((png) => pool.pixelsOf(png));
  const features = createFeatureKeeper(store, base, pictures);
  const onPictures = () => void features.extract();
  const importer = createImporter(store, pool, pictures, onPictures);
  const trainer = createTrainer(store, head, features);
  const saver = createSaver(store, pictures, onPictures, importer.cancel);

  const change: Lab['change'] = (action, undoable) => {
    const { collection, sample } = store.getState();
    const next = reduceCollection(collection, action);
    // Pinning, renaming, moving: all of it makes a built-in set one's own.
    store.setState({ collection: next, sample: next === collection ? sample : null, undoable: undoable ?? null });
    onPictures();
  };

  const loadSample: Lab['loadSample'] = async (id, settings) => {
    trainer.stop();
    store.setState({ importing: { done: 0, total: 0 }, trouble: null });
    const fetched = await fetchSample(document.baseURI, id);
    if (!fetched.ok) {
      store.setState({ importing: null, trouble: fetched.reason });
      return;
    }
    await importer.cancel();
    // One's own pictures stay in this browser until they are brought back.
    await saver.flush();
    const { collection, sample } = store.getState();
    const own = sample === null ? collection.pictures.length : 0;
    store.setState((state) => ({
      sample: id,
      collection: reduceCollection(state.collection, { type: 'cleared' }),
      // The set's own set-up, and what the person had chosen for the rest.
      settings: settings ?? { ...state.settings, ...sampleOf(id)?.setup },
      shownTrial: 0,
      kept: Math.max(state.kept, own),
      training: { phase: 'none' },
    }));
    // Nothing to report of a set that came in whole.
    if (await importer.addSample(fetched.file, id)) store.setState({ report: null });
    store.temporal.getState().clear();
  };

  const trainWhenReady = async () => {
    await features.extract();
    const state = store.getState();
    if (state.base.phase !== 'ready' || !readinessOf(state).ok) return;
    showStation('compare');
    await trainer.start();
  };

  /** Carries out an address: at the start, and when the person puts in another. */
  const follow = async ({ sample, settings, run, problems }: Link) => {
    store.setState({ settings, linkProblems: problems, shownTrial: 0 });
    if (sample) await loadSample(sample, settings);
    if (run) await trainWhenReady();
  };

  store.subscribe((now, before) => {
    if (now.settings.engine !== before.settings.engine && now.collection.pictures.length > 0) void features.extract();
    if (now.settings !== before.settings || now.sample !== before.sample)
      history.replaceState(null, '', formatLink(now));
  });
  window.addEventListener('hashchange', () => void follow(parseLink(location.hash)));

  return {
    store,
    importer,
    features,
    trainer,
    saver,
    thumbnailUrl: (hash) => pictures.url(hash),
    change,
    undo: () => {
      store.temporal.getState().undo();
      store.setState({ undoable: null });
      onPictures();
    },
    set: (settings) =>
      store.setState((state) => ({
        settings: { ...state.settings, ...settings },
        shownTrial: Math.min(state.shownTrial, (settings.seeds ?? state.settings.seeds) - 1),
      })),
    loadSample,
    trainWhenReady,
    begin: async (first) => {
      await saver.begin(first.sample === null);
      if (first.given) await follow(first);
    },
  };
}

/** Can the present pictures be trained on with the present settings? */
export const readinessOf = ({ collection, settings }: Pick<LabState, 'collection' | 'settings'>): Readiness =>
  readiness(collection, splitCollection(collection, settings.split, settings.seed));
