import { t } from '@lingui/core/macro';
import type { entryOf } from '../core/log/entryOf';
import type { LogEntry } from '../core/log/logEntry';
import { highestNumber, nextNumber, withEntries } from '../core/log/numbering';
import type { Session, Training } from '../core/session';
import { openingsIn } from '../core/testOpenings';
import { messageOf } from './messages';
import type { LabState, LabStore } from './store';
import { versions } from './versions';

/** The log of the experiments: written as they run, and amended by the learner. */
export interface Logbook {
  readonly amend: (id: string, changes: Partial<Pick<LogEntry, 'note' | 'pinned' | 'test'>>) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** Puts removed entries back in their places. */
  readonly restore: (entries: readonly LogEntry[]) => void;
}

/** How often the entry of a running training is written, in ms: what a killed browser may lose. */
const writeEvery = 2000;

/** The training that is written down. */
interface Open {
  readonly session: Session;
  /** When its last epoch came, in ms since 1970. */
  readonly lastAt: number;
  /** It has been written. Missing from then on, it was removed, and stays so. */
  readonly isWritten: boolean;
}

export function createLogbook(store: LabStore): Logbook {
  let makeEntry: typeof entryOf | null = null;
  let isFetching = false;
  let open: Open | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (phase: 'running' | 'finished' | 'stopped' | 'failed', reason: string | null = null) => {
    clearTimeout(timer);
    timer = undefined;
    if (!open || !makeEntry) return;
    const { session, lastAt, isWritten } = open;
    const { log, project } = store.getState();
    const known = log.find(({ id }) => id === session.runId);
    if (!known && isWritten) return;
    open = { ...open, isWritten: true };
    if (phase === 'stopped' && session.history.length === 0)
      return store.setState({ log: log.filter((entry) => entry !== known) });
    const { number, note, pinned, test } = known ?? { ...blank, number: nextNumber(log, project.lastNumber) };
    const entry = makeEntry(session, { number, note, pinned, test, versions, phase, reason, lastAt });
    store.setState({ log: known ? log.map((old) => (old === known ? entry : old)) : [...log, entry] });
  };

  /** Writes what must be written now, and sees to it that the rest is written soon. */
  const follow = (training: Training, before: Training['phase'] | null) => {
    const session = training.phase === 'none' ? null : training.session;
    if (open && open.session.runId !== session?.runId) {
      if (isOngoing(before)) write('stopped');
      open = null;
    }
    // What was brought back is written down already.
    if (training.phase === 'none' || !session || session.isRestored) return;
    const hasMore = session.history !== open?.session.history;
    const lastAt = session.history.length === 0 ? session.startedAt : hasMore ? Date.now() : (open?.lastAt ?? 0);
    const isNew = !open;
    open = { session, lastAt, isWritten: open?.isWritten ?? false };
    if (!isOngoing(training.phase)) write(training.phase, training.phase === 'failed' ? training.reason : null);
    else if (isNew || training.phase === 'paused') write('running');
    else timer ??= setTimeout(() => write('running'), writeEvery);
  };

  /** What works entries out is fetched with the first training; the page's first load is without it. */
  const fetchAndFollow = async () => {
    if (isFetching) return;
    isFetching = true;
    try {
      makeEntry = (await import('../core/log/entryOf')).entryOf;
      follow(store.getState().training, null);
    } catch (error) {
      store.setState({ trouble: t`This experiment is not in the log: its code did not come (${messageOf(error)}).` });
    } finally {
      isFetching = false;
    }
  };

  store.subscribe(({ training }, { training: before }) => {
    if (training === before) return;
    if (makeEntry) follow(training, before.phase);
    else if (training.phase !== 'none' && !training.session.isRestored) void fetchAndFollow();
  });

  return {
    amend: (id, changes) => {
      const { log } = store.getState();
      if (log.some((entry) => entry.id === id))
        store.setState({ log: log.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)) });
    },
    remove: (ids) => store.setState((state) => withoutEntries(state, ids)),
    restore: (entries) => store.setState(({ log }) => ({ log: withEntries(log, entries) })),
  };
}

const blank = { note: '', pinned: false, test: null } as const;

const isOngoing = (phase: Training['phase'] | null): phase is 'running' | 'paused' =>
  phase === 'running' || phase === 'paused';

/** Their numbers are not given again: what was handed in may speak of them. */
export function withoutEntries(
  { log, project }: Pick<LabState, 'log' | 'project'>,
  ids: readonly string[],
): Pick<LabState, 'log' | 'project'> {
  const removed = log.filter(({ id }) => ids.includes(id));
  if (removed.length === 0) return { log, project };
  const lastNumber = highestNumber(removed, project.lastNumber);
  // What was seen stays seen.
  const openings = openingsIn(removed, project.testOpenings);
  return {
    log: log.filter((entry) => !removed.includes(entry)),
    project: { ...project, lastNumber, ...(openings.length > 0 ? { testOpenings: openings } : {}) },
  };
}
