import { emptyCollection } from '../core/collection';
import { presetSample, withPreset, type Preset } from '../core/presets';
import { defaultsFor, sampleOf } from '../core/samples';
import { defaultSettings, type Settings } from '../core/settings';
import { fetchSample } from '../images/samples';
import type { Importer } from './importing';
import type { Inside } from './inside';
import type { Saver } from './saving';
import type { LabStore } from './store';
import type { Sweeper } from './sweeping';
import type { Trainer } from './training';

interface PictureSetsGiven {
  readonly store: LabStore;
  readonly importer: Importer;
  readonly saver: Saver;
  readonly trainer: Trainer;
  readonly inside: Inside;
  readonly sweeper: Sweeper;
  /** Puts away what the experiments on transfer found. */
  readonly clearWhy: () => void;
  /** Settled once the work of an earlier visit is back. */
  readonly begun: () => Promise<unknown>;
  readonly onPictures: () => void;
  readonly set: (settings: Partial<Settings>) => void;
}

/** Puts one set of pictures in the place of another. */
export interface PictureSets {
  /** True when all of it came in. */
  readonly loadSample: (id: string, settings?: Settings) => Promise<boolean>;
  readonly cancelFetch: () => void;
  /** Puts the built-in set away: no pictures, and the settings that go with one's own. */
  readonly startOver: () => void;
  /** Brings kept work back. */
  readonly restore: (id: string) => Promise<void>;
  /** Sets a preset up; where there are no pictures, on the built-in set. */
  readonly applyPreset: (preset: Preset) => Promise<void>;
}

export function createPictureSets(given: PictureSetsGiven): PictureSets {
  const { store, importer, saver, trainer, inside, sweeper, clearWhy, begun, onPictures, set } = given;
  let fetching: AbortController | null = null;

  /** Ends what is trained and what is looked at, and puts it away. */
  const clearTraining = () => {
    trainer.stop();
    inside.end();
    sweeper.clear();
    clearWhy();
    store.setState({ training: { phase: 'none' } });
  };

  const loadSample: PictureSets['loadSample'] = async (id, settings) => {
    trainer.stop();
    sweeper.stop();
    fetching?.abort();
    const own = new AbortController();
    fetching = own;
    store.setState({ importing: { done: 0, total: 0 }, trouble: null });
    const fetched = await fetchSample(document.baseURI, id, { signal: own.signal });
    if (!fetched.ok || own.signal.aborted) {
      if (fetching === own)
        store.setState({ importing: null, trouble: fetched.ok || own.signal.aborted ? null : fetched.reason });
      return false;
    }
    await begun();
    await importer.settle();
    // One's own pictures are kept, and offered back.
    await saver.setAside();
    clearTraining();
    store.setState((state) => ({
      sample: id,
      collection: emptyCollection,
      // The set's own set-up, and what the person had chosen for the rest.
      settings: settings ?? { ...state.settings, ...sampleOf(id)?.setup },
      shownTrial: 0,
    }));
    const isWhole = await importer.addSample(fetched.file, id);
    // Nothing to report of a set that came in whole.
    if (isWhole) store.setState({ report: null });
    store.temporal.getState().clear();
    return isWhole;
  };

  return {
    loadSample,
    cancelFetch: () => fetching?.abort(),
    startOver: () => {
      const { noise, split } = defaultSettings;
      clearTraining();
      store.setState((state) => ({
        sample: null,
        collection: emptyCollection,
        settings: { ...state.settings, noise, split },
        shownTrial: 0,
        report: null,
        undoable: null,
      }));
      store.temporal.getState().clear();
      onPictures();
    },
    restore: async (id) => {
      fetching?.abort();
      clearTraining();
      await saver.restore(id);
    },
    applyPreset: async (preset) => {
      const { collection, settings } = store.getState();
      store.setState({ preset: preset.id });
      if (collection.pictures.length > 0) return set(withPreset(settings, preset));
      await loadSample(presetSample, withPreset({ ...settings, split: defaultsFor(presetSample).split }, preset));
    },
  };
}
