import { emptyCollection } from '../../core/collection';
import type { LogEntry } from '../../core/log/logEntry';
import { defaultSettings } from '../../core/settings';
import type { PicturePixels } from '../picturePixels';
import type { LabState, LabStore } from '../store';
import type { HeadsShelf } from './headsShelf';
import type { Keeper, Kept } from './keeping';
import type { Saver } from './saving';
import type { Tabs } from './tabs';

/** Puts kept projects on the page. */
export interface Shower {
  /**
   * In the place of what is there. Its heads are those of the latest run that still fits its pictures.
   *
   * @param linkedSample a link asks for this built-in set, in the place of the project's own.
   */
  readonly show: (kept: Kept, linkedSample?: string | null) => Promise<void>;
  /** Marks runs that no tab is at any more: theirs was closed, or crashed. */
  readonly endInterrupted: (project: string) => void;
}

interface ShowerGiven {
  readonly store: LabStore;
  readonly pictures: PicturePixels;
  readonly keeper: Keeper;
  readonly shelf: HeadsShelf;
  readonly saver: Saver;
  readonly tabs: Tabs;
  readonly onPictures: () => void;
  readonly refill: (sample: string) => Promise<boolean>;
}

/** What goes with the pictures that were there. */
export const nothingShown = { shownTrial: 0, report: null, undoable: null, lookedAt: null } satisfies Partial<LabState>;

export function createShower(given: ShowerGiven): Shower {
  const { store, pictures, keeper, shelf, saver, tabs } = given;

  async function show({ project, log }: Kept, linkedSample: string | null = null): Promise<void> {
    const { id, name, lastNumber, testOpenings, collection, sample, settings, testOpenedAt } = project;
    const hashes = collection.pictures.map(({ hash }) => hash);
    if (sample === null && !hashes.every((hash) => pictures.png(hash)))
      for (const [hash, png] of await keeper.loadPngs(collection)) pictures.keep(hash, png);
    const isMissing = (hash: string) => pictures.png(hash) === undefined;
    const lost = hashes.filter(isMissing).length;
    // A built-in set that was here before need not be fetched again.
    const isToFetch = sample !== null && (lost > 0 || hashes.length === 0);
    const present = { ...collection, pictures: collection.pictures.filter(({ hash }) => !isMissing(hash)) };
    store.setState({
      project: { id, name, lastNumber, testOpenings },
      tab: 'only',
      collection: isToFetch ? emptyCollection : lost > 0 ? present : collection,
      sample,
      // Settings that came with a later version have their defaults.
      settings: { ...defaultSettings, ...settings },
      log,
      testOpenedAt,
      ...nothingShown,
      ...(lost > 0 && sample === null
        ? { trouble: `${lost} pictures of “${name}” could not be read back; the browser had let them go.` }
        : {}),
    });
    store.temporal.getState().clear();
    saver.settle();
    const holding = tabs.hold(id);
    given.onPictures();
    if (isToFetch) await given.refill(linkedSample ?? sample);
    await showHeads(id, log);
    void holding.then(() => endInterrupted(id));
  }

  async function showHeads(id: string, log: readonly LogEntry[]): Promise<void> {
    const runs = await shelf.runs(id, log);
    const logged = new Set(log.map((entry) => entry.id));
    const latest = runs.findLast((run) => logged.has(run));
    // Of entries that were deleted: until now they could have been put back.
    await shelf.drop(
      id,
      runs.filter((run) => !logged.has(run)),
    );
    const heads = latest === undefined ? null : await shelf.load(id, latest);
    const { project, collection, training } = store.getState();
    const ids = new Set(collection.pictures.map((p) => p.id));
    if (!heads || project.id !== id || training.phase !== 'none' || !heads.pictureIds.some((one) => ids.has(one)))
      return;
    saver.know(heads);
    store.setState({ heads });
  }

  function endInterrupted(id: string): void {
    const { project, tab, training, log } = store.getState();
    if (project.id !== id || tab === 'second' || tab === 'left' || !log.some(({ phase }) => phase === 'running'))
      return;
    const own = training.phase === 'none' ? null : training.session.runId;
    store.setState({
      log: log.map((entry) =>
        entry.phase === 'running' && entry.id !== own ? { ...entry, phase: 'interrupted' } : entry,
      ),
    });
  }

  return { show, endInterrupted };
}
