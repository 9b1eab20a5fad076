import { t } from '@lingui/core/macro';
import { withClassesTaken } from '../core/classIds';
import { addPicture, ensureClass, freeName, limits, type Collection } from '../core/collection';
import { emptyReport, reported, type ImportReport } from '../core/importReport';
import type { ImportedPicture, SkippedFile } from '../images/import';
import type { PreparerPool } from '../images/pool';
import { messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { LabStore } from './store';

/** Why a built-in set is cut short: another collection takes its place. */
const displaced = 'displaced';

/** How often the page shows new pictures, and how far the import is, in ms. */
const showEvery = 200;

export interface Importer {
  /**
   * Brings files in: into the class, or where their folders say. Imports queue up behind each other.
   *
   * @param group all of them belong together, and stay on one side of the split.
   */
  readonly add: (files: readonly File[], classId: string | null, group?: string) => Promise<void>;
  /** The same for a built-in set, which stays what it is. True when all of it came in. */
  readonly addSample: (file: File, sample: string) => Promise<boolean>;
  /** Resolves when nothing comes in any more. What came in is kept. */
  readonly cancel: () => Promise<void>;
  /** Before another collection takes the place of this one: waits for one's own pictures, cuts a built-in set short. */
  readonly settle: () => Promise<void>;
}

/** Where an import goes. */
interface Destination {
  readonly classId: string | null;
  /** The built-in set that it brings. */
  readonly sample: string | null;
  readonly group: string | undefined;
}

/** @param onPictures told whenever pictures came in. */
export function createImporter(
  store: LabStore,
  pool: PreparerPool,
  pictures: PicturePixels,
  onPictures: () => void,
): Importer {
  /** Of the import under way and of those that wait, with the built-in set that each brings. */
  const controllers = new Map<AbortController, string | null>();
  let queue: Promise<unknown> = Promise.resolve();

  /** True when nothing stopped it. */
  async function run(
    files: readonly File[],
    { classId, sample, group }: Destination,
    own: AbortController,
  ): Promise<boolean> {
    if (own.signal.aborted) return false;
    const batch = new Batch(store, pictures, classId, sample, group);
    store.setState({ importing: { done: 0, total: 0 }, report: null, undoable: null });
    try {
      const { importPictures } = await import('../images/import');
      let toldAt = -Infinity;
      const results = importPictures(files, pool, {
        signal: own.signal,
        onProgress: (importing) => {
          if (performance.now() - toldAt < showEvery) return;
          toldAt = performance.now();
          store.setState({ importing });
        },
      });
      let shownAt = 0;
      for await (const result of results) {
        batch.take(result);
        if (performance.now() - shownAt > showEvery) {
          batch.show();
          onPictures();
          shownAt = performance.now();
          if (batch.isFull) {
            batch.note(t`The collection is full; what came after that was left out.`);
            break;
          }
        }
      }
      if (!own.signal.aborted) return true;
      // Cut short for another collection, a built-in set is thrown away; cancelled, what came is the person's own.
      if (own.signal.reason === displaced) return false;
      batch.note(t`The import was cancelled; what had come in by then is kept.`);
      batch.isWhole = false;
      return false;
    } catch (error) {
      batch.note(t`The import stopped: ${messageOf(error)}`);
      batch.isWhole = false;
      return false;
    } finally {
      batch.show();
      batch.end();
      // What was done meanwhile is one step with the import; its own offer to undo would take back too much.
      store.setState({ importing: null, undoable: null });
      onPictures();
    }
  }

  const enqueue = (files: readonly File[], destination: Destination) => {
    const own = new AbortController();
    controllers.set(own, destination.sample);
    const result = queue.then(() => run(files, destination, own)).finally(() => controllers.delete(own));
    queue = result;
    return result;
  };

  return {
    add: async (files, classId, group) => {
      await enqueue(files, { classId, sample: null, group });
    },
    addSample: (file, sample) => enqueue([file], { classId: null, sample, group: undefined }),
    cancel: async () => {
      for (const controller of controllers.keys()) controller.abort();
      await queue;
    },
    settle: async () => {
      for (const [controller, sample] of controllers) if (sample !== null) controller.abort(displaced);
      await queue;
    },
  };
}

/** The pictures of one import; undo takes them back as one step. */
class Batch {
  #results: (ImportedPicture | SkippedFile)[] = [];
  #report: ImportReport = emptyReport;
  #looseClass: string | null = null;
  #shown = false;
  /** False once it was cut short: a built-in set is then no longer what its link says. */
  isWhole = true;
  /** The collection takes no more pictures: going on would only list refusals. */
  isFull = false;

  constructor(
    private readonly store: LabStore,
    private readonly pictures: PicturePixels,
    private readonly target: string | null,
    private readonly sample: string | null,
    private readonly group: string | undefined,
  ) {}

  take(result: ImportedPicture | SkippedFile): void {
    if (result.ok) this.pictures.keep(result.hash, result.blob, result.pixels);
    this.#results.push(result);
  }

  note(sentence: string): void {
    this.#report = { ...this.#report, notes: [...this.#report.notes, sentence] };
  }

  /** Puts what was taken into the collection and tells what became of it. */
  show(): void {
    const { collection, sample, heads } = this.store.getState();
    const start = withClassesTaken(collection, heads?.classes ?? []);
    const placed = this.#results.reduce((so, result) => this.#placed(so, result), start);
    const next = placed === start ? collection : placed;
    this.#results = [];
    // A built-in set with other pictures in it is no longer what its link says.
    const unchanged = next === collection ? sample : null;
    this.store.setState({
      collection: next,
      sample: this.isWhole ? (this.sample ?? unchanged) : null,
      report: this.#report,
    });
    if (next !== collection && !this.#shown) {
      this.#shown = true;
      this.store.temporal.getState().pause();
    }
  }

  end(): void {
    this.store.temporal.getState().resume();
  }

  #placed(collection: Collection, result: ImportedPicture | SkippedFile): Collection {
    if (!result.ok) return this.#skip(collection, result.path, result.reason);
    const home = this.#home(collection, result.className);
    if (!home) {
      const reason = t`There are already ${limits.classes} classes, the most there can be. Delete one, or put the picture in a folder of a class that is there.`;
      return this.#skip(collection, result.path, reason);
    }
    const group = this.group ?? result.group;
    const { collection: next, addition } = addPicture(home.collection, home.classId, {
      hash: result.hash,
      name: result.name,
      ...(group ? { group } : {}),
      ...(result.side ? { side: result.side } : {}),
    });
    this.isFull ||= addition.kind === 'refused';
    const className = (id: string) => next.classes.find((c) => c.id === id)?.name ?? '';
    this.#report = reported(this.#report, result.path, addition, className);
    return next;
  }

  /** The class a picture goes to: the one it was dropped on, its folder's, or one for pictures without a folder. */
  #home(collection: Collection, className: string | null) {
    if (this.target && collection.classes.some((c) => c.id === this.target))
      return { collection, classId: this.target };
    if (className !== null) return ensureClass(collection, className);
    const empty = collection.classes.find((c) => !collection.pictures.some((p) => p.classId === c.id));
    const known = collection.classes.find((c) => c.id === (this.#looseClass ?? empty?.id));
    const home = known ? { collection, classId: known.id } : ensureClass(collection, freeName(collection));
    if (home && home.classId !== this.#looseClass) {
      this.#looseClass = home.classId;
      const name = home.collection.classes.find((c) => c.id === home.classId)?.name ?? '';
      this.note(t`Pictures that came without a folder went into “${name}”. Rename it, or move them to another class.`);
    }
    return home;
  }

  #skip(collection: Collection, path: string, reason: string): Collection {
    this.#report = { ...this.#report, skipped: [...this.#report.skipped, { path, reason }] };
    return collection;
  }
}
