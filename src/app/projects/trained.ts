import { keptTraining, restoredTraining, type KeptTraining } from '../../core/keptTraining';
import type { LogEntry } from '../../core/log/logEntry';
import type { Training } from '../../core/session';
import type { LabState, LabStore } from '../store';
import type { Projects } from './contract';
import type { HeadsShelf } from './headsShelf';
import type { TrainingShelf } from './trainingShelf';

/** How often a training under way is kept, in ms: what a killed browser may lose of its curves. */
const keepEvery = 2000;

/** Keeps what came of the trainings of the project that is open, and brings it back. */
export interface Trained extends Pick<Projects, 'useHeads' | 'keptHeads' | 'takeHeads'> {
  /** Keeps what is new. */
  readonly follow: (now: LabState, before: LabState) => void;
  /** Resolves when all of it is kept, or it is known that it cannot be. */
  readonly flush: () => Promise<void>;
  /** What is on the page is what is kept. */
  readonly settle: () => void;
  /** Brings back heads and curves of the latest run that still fits the pictures. */
  readonly show: (project: string, log: readonly LogEntry[]) => Promise<void>;
  /** Tries once more to keep what is in memory only. */
  readonly retry: () => Promise<void>;
}

interface TrainedGiven {
  readonly store: LabStore;
  readonly shelf: HeadsShelf;
  readonly trainings: TrainingShelf;
}

export function createTrained({ store, shelf, trainings }: TrainedGiven): Trained {
  let { heads: keptHeads, training: kept } = store.getState();
  let keptAt = -Infinity;
  let keeping: Promise<unknown> = Promise.resolve();

  /** Heads that are still trained would be written again and again. */
  function keepHeads({ project, heads, log }: LabState): void {
    if (!heads || heads === keptHeads || heads.epoch === 0) return;
    keptHeads = heads;
    keeping = Promise.all([keeping, shelf.keep(project.id, [heads], log)]);
  }

  function keepTraining({ project, training }: LabState): void {
    if (training === kept) return;
    const toKeep = keptTraining(training);
    if (!toKeep) return;
    [kept, keptAt] = [training, performance.now()];
    keeping = Promise.all([keeping, trainings.keep(project.id, toKeep)]);
  }

  async function show(id: string, log: readonly LogEntry[]): Promise<void> {
    const logged = new Set(log.map((entry) => entry.id));
    const runs = await shelf.runs(id, log);
    // Of entries that were deleted: until now they could have been put back.
    await shelf.drop(
      id,
      runs.filter((run) => !logged.has(run)),
    );
    // Those of a class mate are to be asked for.
    const own = new Set(log.flatMap(({ id, from }) => (from === null ? [id] : [])));
    const latest = runs.findLast((run) => own.has(run));
    const heads = latest === undefined ? null : await shelf.load(id, latest);
    const last = await loadedTraining(id, logged);
    const { project, collection, training, planning, tab } = store.getState();
    if (project.id !== id || training.phase !== 'none' || planning) return;
    const ids = new Set(collection.pictures.map((p) => p.id));
    if (heads?.pictureIds.some((one) => ids.has(one))) {
      keptHeads = heads;
      store.setState({ heads });
    }
    // Under way in another tab, it is nothing that was stopped.
    const isElsewhere = tab === 'second' && isRunningIn(store.getState().log, last?.runId);
    if (!isElsewhere && last?.collection.pictures.some((one) => ids.has(one.id))) {
      try {
        kept = restoredTraining(last, collection);
        store.setState({ training: kept });
      } catch {
        // A later version, or damage: all else of the project goes on without its curves.
      }
    }
  }

  async function loadedTraining(id: string, logged: ReadonlySet<string>): Promise<KeptTraining | null> {
    const last = await trainings.load(id);
    if (!last || logged.has(last.runId)) return last;
    await trainings.drop(id);
    return null;
  }

  return {
    follow(now, before) {
      // Another project or training takes its place in the middle: what had come is kept.
      if (runOf(now) !== runOf(before) && isUnderWay(before.training)) {
        keepTraining(before);
        if (before.heads?.runId === runOf(before)) keepHeads(before);
      }
      const isRunning = now.training.phase === 'running';
      if (!isRunning) keepHeads(now);
      if (!isRunning || performance.now() - keptAt > keepEvery) keepTraining(now);
    },
    flush: async () => {
      await keeping;
    },
    settle() {
      ({ heads: keptHeads, training: kept } = store.getState());
    },
    show,
    useHeads: async (runId) => {
      const { project, heads } = store.getState();
      if (heads?.runId === runId) return true;
      const found = await shelf.load(project.id, runId);
      // The next checkpoint of a training would take their place.
      const { training, planning, project: now } = store.getState();
      if (!found || now.id !== project.id || planning || isUnderWay(training)) return false;
      keptHeads = found;
      store.setState({ heads: found });
      return true;
    },
    keptHeads: () => {
      const { project, log } = store.getState();
      return shelf.runs(project.id, log);
    },
    takeHeads: async (heads) => {
      const { project, log } = store.getState();
      return (await shelf.take(project.id, heads, log)).length;
    },
    retry: async () => {
      await Promise.all([shelf.retry(), trainings.retry()]);
    },
  };
}

/** Does a run go on, as far as its project's log knows? */
export const isRunningIn = (log: readonly LogEntry[], runId: string | undefined): boolean =>
  log.some(({ id, phase }) => id === runId && phase === 'running');

const runOf = ({ training }: LabState) => (training.phase === 'none' ? null : training.session.runId);

const isUnderWay = ({ phase }: Training) => phase === 'running' || phase === 'paused';
