import { plural, t } from '@lingui/core/macro';
import { emptyCollection, type Collection } from '../../core/collection';
import { defaultName } from '../../core/projectName';
import { defaultSettings } from '../../core/settings';
import { isWholePng } from '../../images/wholePng';
import { freshId } from '../freshId';
import type { PicturePixels } from '../picturePixels';
import type { LabState, LabStore } from '../store';
import type { Keeper, Kept } from './keeping';
import { notReadWords } from './notKept';
import type { Saver } from './saving';
import type { Tabs } from './tabs';
import type { Trained } from './trained';
import { withReadable } from './unreadable';

/** A kept project with its pictures: all that is needed to show it at once. */
interface Ready extends Kept {
  /** By content hash; those that the browser let go of are missing, and those of a built-in set may be. What is there
   * and cannot be read waits beside the pictures. */
  readonly pngs: ReadonlyMap<string, Blob>;
}

/** Puts projects on the page. */
export interface Shower {
  /** Reads all of it, while what is on the page goes on. @throws where something that is kept cannot be read. */
  readonly read: (kept: Kept) => Promise<Ready>;
  /** The same by its id. Where something cannot be read, the person hears of it: it is not to be saved over. */
  readonly find: (id: string) => Promise<Ready | 'gone' | 'unreadable'>;
  /**
   * At once in the place of what is there, which has been left. Its heads and curves are those of the latest run that
   * still fits its pictures.
   *
   * @param linkedSample a link asks for this built-in set, in the place of the project's own.
   */
  readonly show: (ready: Ready, linkedSample?: string | null) => Promise<void>;
  /** A new project, at once in the place of what is there. */
  readonly beginAnew: (changes?: Partial<LabState>) => void;
  /** Marks runs that no tab is at any more: theirs was closed, or crashed. */
  readonly endInterrupted: (project: string) => void;
}

interface ShowerGiven {
  readonly store: LabStore;
  readonly pictures: PicturePixels;
  readonly keeper: Keeper;
  readonly trained: Pick<Trained, 'show'>;
  readonly saver: Saver;
  readonly tabs: Tabs;
  readonly onPictures: () => void;
  readonly clear: () => void;
  readonly refill: (sample: string) => Promise<boolean>;
}

/** What goes with the pictures that were there. */
export const nothingShown = { shownTrial: 0, report: null, undoable: null, lookedAt: null } satisfies Partial<LabState>;

export function createShower(given: ShowerGiven): Shower {
  const { store, pictures, keeper, trained, saver, tabs } = given;

  /** Ends what began since the last project was left, and lets go of the pictures of those before it. */
  function makeWay(next: Collection): void {
    given.clear();
    const { base, collection: left } = store.getState();
    // What is extracted may be of any of them.
    if (base.phase === 'extracting') return;
    const hashes = [...left.pictures, ...next.pictures].map(({ hash }) => hash);
    pictures.keepOnly(new Set([...hashes, ...keeper.held()]));
  }

  async function read(kept: Kept): Promise<Ready> {
    const { collection, sample, unreadable: waiting = [] } = kept.project;
    const pngs = new Map<string, Blob>();
    for (const { hash } of collection.pictures) {
      const png = pictures.png(hash);
      if (png) pngs.set(hash, png);
    }
    const missing = [...(sample === null ? collection.pictures : []), ...waiting].filter(({ hash }) => !pngs.has(hash));
    if (missing.length === 0) return { ...kept, pngs };
    const stored = await keeper.loadPngs(new Set(missing.map(({ hash }) => hash)), pngs.size > 0);
    const broken = await brokenOf(stored.pngs);
    for (const [hash, png] of stored.pngs) if (!broken.has(hash)) pngs.set(hash, png);
    return { ...kept, project: withReadable(kept.project, new Set([...stored.unreadable, ...broken])), pngs };
  }

  async function find(id: string): Promise<Ready | 'gone' | 'unreadable'> {
    try {
      const kept = await keeper.load(id);
      return kept ? await read(kept) : 'gone';
    } catch (error) {
      const { project, projects } = store.getState();
      const name = [...projects, project].find((one) => one.id === id)?.name ?? t`The project`;
      store.setState({ trouble: notReadWords(name, error) });
      return 'unreadable';
    }
  }

  async function show({ project, log, pngs }: Ready, linkedSample: string | null = null): Promise<void> {
    const { id, name, lastNumber, testOpenings, unreadable, collection, sample, settings, testOpenedAt } = project;
    makeWay(collection);
    for (const [hash, png] of pngs) pictures.keep(hash, png);
    const present = { ...collection, pictures: collection.pictures.filter(({ hash }) => pngs.has(hash)) };
    const lost = collection.pictures.length - present.pictures.length;
    // A built-in set that was here just before need not be fetched again.
    const isToFetch = sample !== null && (lost > 0 || collection.pictures.length === 0);
    store.setState({
      project: { id, name, lastNumber, testOpenings, unreadable },
      tab: 'only',
      collection: isToFetch ? emptyCollection : lost > 0 ? present : collection,
      sample,
      // Settings that came with a later version have their defaults.
      settings: { ...defaultSettings, ...settings },
      log,
      testOpenedAt,
      ...nothingShown,
      ...(lost > 0 && sample === null ? { trouble: lostWords(lost, name) } : {}),
    });
    store.temporal.getState().clear();
    saver.settle();
    // At once: fetching a built-in set takes a while, in which nothing runs.
    void tabs.hold(id).then(() => endInterrupted(id));
    given.onPictures();
    if (isToFetch) await given.refill(linkedSample ?? sample);
    await trained.show(id, log);
  }

  function beginAnew(changes: Partial<LabState> = {}): void {
    const id = freshId();
    makeWay(emptyCollection);
    store.setState({
      project: { id, name: defaultName(emptyCollection, null) },
      tab: 'only',
      log: [],
      testOpenedAt: null,
      ...changes,
    });
    store.temporal.getState().clear();
    saver.settle();
    void tabs.hold(id);
  }

  function endInterrupted(id: string): void {
    const { project, tab, training, log } = store.getState();
    if (project.id !== id || tab === 'second' || tab === 'left' || !log.some(({ phase }) => phase === 'running'))
      return;
    // What was brought back goes on nowhere.
    const own = training.phase === 'none' || training.session.isRestored ? null : training.session.runId;
    store.setState({
      log: log.map((entry) =>
        entry.phase === 'running' && entry.id !== own ? { ...entry, phase: 'interrupted' } : entry,
      ),
    });
  }

  return { read, find, show, beginAnew, endInterrupted };
}

const lostWords = (lost: number, name: string): string =>
  plural(lost, {
    one: `# picture of “${name}” could not be read back; the browser had let it go.`,
    other: `# pictures of “${name}” could not be read back; the browser had let them go.`,
  });

/** Of PNGs by content hash, those that are cut off or whose bytes the browser has lost. */
async function brokenOf(pngs: ReadonlyMap<string, Blob>): Promise<ReadonlySet<string>> {
  const checked = await Promise.all(
    [...pngs].map(async ([hash, png]) => (png.type === 'image/png' && !(await isWholePng(png)) ? [hash] : [])),
  );
  return new Set(checked.flat());
}
