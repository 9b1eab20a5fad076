import { followedName, isNamed } from '../../core/projectName';
import type { LabState, LabStore } from '../store';
import type { Keeper, Kept } from './keeping';
import type { Tabs } from './tabs';
import type { Trained } from './trained';

/** How long the project has to be quiet before it is saved, in ms. */
const quiet = 400;

/** How long a change may wait to be saved while others follow it, in ms. */
const longest = 2000;

/** Saves the project that is open as it changes. */
export interface Saver {
  /** Call once, when the work of an earlier visit is back. */
  readonly watch: () => void;
  /** Resolves when everything of now is kept, or it is known that it cannot be. */
  readonly flush: () => Promise<void>;
  /** Is the project kept in this browser as it is now? */
  readonly isKept: () => boolean;
  /** Has nothing changed since the last flush looked? */
  readonly isFlushed: () => boolean;
  /** What is open was shown as it is kept: from here on it counts what changes. */
  readonly settle: () => void;
  /** Has it changed since? */
  readonly isChanged: () => boolean;
}

interface SaverGiven {
  readonly store: LabStore;
  readonly keeper: Keeper;
  readonly trained: Pick<Trained, 'follow' | 'flush' | 'settle' | 'retry'>;
  readonly tabs: Pick<Tabs, 'settled'>;
  /** Another tab has the project, and something changed here: it must become a copy, or be lost. */
  readonly onConflict: () => void;
}

/** The project that is open, as it is to be kept. */
export const currentOf = ({ project, collection, sample, settings, testOpenedAt, log }: LabState): Kept => ({
  project: { ...project, savedAt: Date.now(), collection, sample, settings, testOpenedAt },
  log,
});

export function createSaver({ store, keeper, trained, tabs, onConflict }: SaverGiven): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = 0;
  /** Projects that are, or were, in storage. */
  const kept = new Set<string>();
  /** As the project was when it was shown or last kept. */
  let settled = store.getState();
  /** As it was when it was last looked at to be kept. */
  let flushed = settled;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await tabs.settled();
    const state = store.getState();
    flushed = state;
    if (!isHere(state)) return;
    if (isHalf(state)) return schedule();
    const current = currentOf(state);
    const { id } = current.project;
    if (isWorthKeeping(current)) {
      kept.add(id);
      const saved = await keeper.save(current);
      if (saved === 'kept') settleOn(state);
      if (saved === 'elsewhere' && store.getState().project.id === id) onConflict();
    } else if (!kept.delete(id) || (await keeper.remove(id))) {
      // There is nothing of it to be lost.
      settleOn(state);
    }
    await trained.flush();
  }

  /** Kept as it was then: what has changed since is what another tab does not know of. */
  function settleOn(state: LabState): void {
    if (store.getState().project.id === state.project.id) settled = state;
  }

  function schedule(): void {
    // A long import changes it all the time: it is saved every now and then all the same.
    if (timer === undefined) changedAt = performance.now();
    else if (performance.now() - changedAt > longest) return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), quiet);
  }

  function follow(now: LabState, before: LabState): void {
    const isSame = now.project.id === before.project.id;
    if (isSame && (now.collection !== before.collection || now.sample !== before.sample)) {
      const name = followedName({ ...before, name: now.project.name }, now);
      // It is told in a turn of its own.
      if (name !== now.project.name) return store.setState({ project: { ...now.project, name } });
    }
    if (!isHere(now)) {
      if (isSame && isChanged()) onConflict();
      return;
    }
    trained.follow(now, before);
    if (runOf(now) !== runOf(before)) void flush();
    else if (!isSameWork(now, before)) schedule();
    // Something was cleared, perhaps: there may be room again.
    if (now.stored !== before.stored) void Promise.all([keeper.retry(), trained.retry()]);
  }

  function isChanged(): boolean {
    const now = store.getState();
    const isSameSet = now.sample !== null && now.sample === settled.sample;
    return (
      (!isSameSet && now.collection !== settled.collection) ||
      now.testOpenedAt !== settled.testOpenedAt ||
      now.project.testOpenings !== settled.project.testOpenings ||
      now.project.unreadable !== settled.project.unreadable ||
      now.project.name !== settled.project.name ||
      JSON.stringify(now.settings) !== JSON.stringify(settled.settings) ||
      ownWords(now) !== ownWords(settled)
    );
  }

  return {
    watch() {
      store.subscribe(follow);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden' && timer !== undefined) void flush();
      });
      // A tab that is being closed does not live until the timer.
      const saveAtOnce = () => {
        const state = store.getState();
        const current = currentOf(state);
        if (isHere(state) && !isHalf(state) && isWorthKeeping(current))
          void keeper.saveAtOnce(current).then((isKept) => isKept && settleOn(state));
      };
      // Before other tabs hear that the project is free.
      window.addEventListener('pagehide', saveAtOnce, { capture: true });
    },
    flush,
    isKept: () => isSameWork(store.getState(), settled),
    isFlushed: () => isSameWork(store.getState(), flushed),
    settle() {
      settled = store.getState();
      trained.settle();
      if (isWorthKeeping(currentOf(settled))) kept.add(settled.project.id);
    },
    isChanged,
  };
}

/** What is saved, but for the heads. */
const keys = ['project', 'collection', 'sample', 'settings', 'testOpenedAt', 'log'] as const;

const isSameWork = (a: LabState, b: LabState) => keys.every((key) => a[key] === b[key]);

/** Is it this tab that saves the project? */
const isHere = ({ tab }: LabState) => tab === 'only' || tab === 'copied';

/** Half of a built-in set is nothing to come back to. */
const isHalf = ({ sample, importing }: LabState) => sample !== null && importing !== null;

const runOf = ({ training }: LabState) => (training.phase === 'none' ? null : training.session.runId);

/** Own pictures or classes, experiments, or a name: what the learner made. */
const isWorthKeeping = ({ project, log }: Kept) =>
  (project.sample === null && project.collection.classes.length > 0) ||
  project.unreadable !== undefined ||
  log.length > 0 ||
  isNamed(project);

/** What a learner did in the log; a run that comes to its end is no change of theirs. */
const ownWords = ({ log }: LabState) =>
  JSON.stringify(log.map(({ id, note, pinned, test }) => [id, note, pinned, test]));
