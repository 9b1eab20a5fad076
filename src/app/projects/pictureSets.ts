import { t } from '@lingui/core/macro';
import { emptyCollection } from '../../core/collection';
import { presetSample, withPreset, type Preset } from '../../core/presets';
import { defaultsFor, sampleOf } from '../../core/samples';
import { defaultSettings, type Settings } from '../../core/settings';
import type { Importer } from '../importing';
import { messageOf } from '../messages';
import type { LabStore } from '../store';

interface PictureSetsGiven {
  readonly store: LabStore;
  readonly importer: Importer;
  /** Ends what is trained and what is looked at, and puts it away. */
  readonly clear: () => void;
  /** Ends what runs, so that what is fetched has the machine to itself. */
  readonly stop: () => void;
  /** Before another collection takes the place of this one: what is the learner's own becomes a project apart. */
  readonly setAside: (isWanted: () => boolean) => Promise<void>;
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

  /**
   * Brings a built-in set in, unless it is not waited for any more. True when all of it came in; where it does not come,
   * the person hears of it.
   * @param makeWay before it is brought in; false: it is not to be.
   */
  const brought = async (id: string, makeWay: (isWanted: () => boolean) => Promise<boolean>): Promise<boolean> => {
    fetching?.abort();
    const own = new AbortController();
    fetching = own;
    const isWanted = () => !own.signal.aborted;
    const give = (trouble: string | null) => {
      if (fetching === own) store.setState({ importing: null, ...(isWanted() && trouble ? { trouble } : {}) });
      return false;
    };
    store.setState({ importing: { done: 0, total: 0 }, trouble: null });
    try {
      const { fetchSample } = await import('../../images/samples');
      const result = await fetchSample(document.baseURI, id, { signal: own.signal });
      if (!result.ok) return give(result.reason);
      if (!isWanted() || !(await makeWay(isWanted))) return give(null);
      return await fill(id, result.file);
    } catch (error) {
      return give(t`The picture set did not come (${messageOf(error)}). Load the page again and try once more.`);
    }
  };

  const fill = async (id: string, file: File) => {
    const isWhole = await importer.addSample(file, id);
    // Nothing to report of a set that came in whole.
    if (isWhole) store.setState({ report: null });
    store.temporal.getState().clear();
    return isWhole;
  };

  const loadSample: PictureSets['loadSample'] = (id, settings) => {
    stop();
    return brought(id, async (isWanted) => {
      await begun();
      await importer.settle();
      // One's own pictures are kept, and offered back.
      if (isWanted()) await setAside(isWanted);
      if (!isWanted()) return false;
      clear();
      store.setState((state) => ({
        sample: id,
        collection: emptyCollection,
        testOpenedAt: null,
        // The set's own set-up, and what the person had chosen for the rest.
        settings: settings ?? { ...state.settings, ...sampleOf(id)?.setup },
        shownTrial: 0,
      }));
      return true;
    });
  };

  return {
    loadSample,
    cancelFetch: () => fetching?.abort(),
    refill: (id) => brought(id, () => Promise.resolve(true)),
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
