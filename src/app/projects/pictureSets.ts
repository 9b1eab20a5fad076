import { emptyCollection } from '../../core/collection';
import { presetSample, withPreset, type Preset } from '../../core/presets';
import { defaultsFor, sampleOf } from '../../core/samples';
import { defaultSettings, type Settings } from '../../core/settings';
import type { Importer } from '../importing';
import type { LabStore } from '../store';

interface PictureSetsGiven {
  readonly store: LabStore;
  readonly importer: Importer;
  /** Ends what is trained and what is looked at, and puts it away. */
  readonly clear: () => void;
  /** Ends what runs, so that what is fetched has the machine to itself. */
  readonly stop: () => void;
  /** Before another collection takes the place of this one: what is the learner's own becomes a project apart. */
  readonly setAside: () => Promise<void>;
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
  /** Brings the built-in set of a project back, which has its own settings. True when all of it came in. */
  readonly refill: (id: string) => Promise<boolean>;
  /** Puts the built-in set away: no pictures, and the settings that go with one's own. */
  readonly startOver: () => void;
  /** Sets a preset up; where there are no pictures, on the built-in set. */
  readonly applyPreset: (preset: Preset) => Promise<void>;
}

export function createPictureSets(given: PictureSetsGiven): PictureSets {
  const { store, importer, clear, stop, setAside, begun, onPictures, set } = given;
  let fetching: AbortController | null = null;

  /** Null where it does not come, which the person hears of, or was not waited for. */
  const fetched = async (id: string): Promise<{ readonly file: File; readonly isWanted: () => boolean } | null> => {
    fetching?.abort();
    const own = new AbortController();
    fetching = own;
    store.setState({ importing: { done: 0, total: 0 }, trouble: null });
    const { fetchSample } = await import('../../images/samples');
    const result = await fetchSample(document.baseURI, id, { signal: own.signal });
    if (result.ok && !own.signal.aborted) return { file: result.file, isWanted: () => !own.signal.aborted };
    if (fetching === own)
      store.setState({ importing: null, trouble: result.ok || own.signal.aborted ? null : result.reason });
    return null;
  };

  const fill = async (id: string, file: File) => {
    const isWhole = await importer.addSample(file, id);
    // Nothing to report of a set that came in whole.
    if (isWhole) store.setState({ report: null });
    store.temporal.getState().clear();
    return isWhole;
  };

  const loadSample: PictureSets['loadSample'] = async (id, settings) => {
    stop();
    const found = await fetched(id);
    if (!found) return false;
    await begun();
    await importer.settle();
    // One's own pictures are kept, and offered back.
    await setAside();
    if (!found.isWanted()) return false;
    clear();
    store.setState((state) => ({
      sample: id,
      collection: emptyCollection,
      testOpenedAt: null,
      // The set's own set-up, and what the person had chosen for the rest.
      settings: settings ?? { ...state.settings, ...sampleOf(id)?.setup },
      shownTrial: 0,
    }));
    return fill(id, found.file);
  };

  return {
    loadSample,
    cancelFetch: () => fetching?.abort(),
    refill: async (id) => {
      const found = await fetched(id);
      return found !== null && fill(id, found.file);
    },
    startOver: () => {
      const { noise, split } = defaultSettings;
      clear();
      store.setState((state) => ({
        sample: null,
        collection: emptyCollection,
        testOpenedAt: null,
        settings: { ...state.settings, noise, split },
        shownTrial: 0,
        report: null,
        undoable: null,
      }));
      store.temporal.getState().clear();
      onPictures();
    },
    applyPreset: async (preset) => {
      const { collection, settings } = store.getState();
      store.setState({ preset: preset.id });
      if (collection.pictures.length > 0) return set(withPreset(settings, preset));
      await loadSample(presetSample, withPreset({ ...settings, split: defaultsFor(presetSample).split }, preset));
    },
  };
}
