import type { Collection } from '../core/collection';
import { withEntries } from '../core/log/numbering';
import type { LogEntry } from '../core/log/logEntry';
import { withoutEntries } from './logbook';
import type { LabStore } from './store';

/**
 * Experiments that came in with pictures go with them where that is undone, and come back with what was written on them
 * since. Over once neither can happen any more.
 *
 * @param before the collection without these pictures. @param after with them; it is on the page now.
 */
export function undoEntriesWith(store: LabStore, before: Collection, after: Collection, entries: readonly LogEntry[]) {
  if (entries.length === 0) return;
  const ids = entries.map(({ id }) => id);
  const { id: project } = store.getState().project;
  /** As they were when they went. */
  let kept = entries;
  const isReachable = () => {
    const { pastStates, futureStates } = store.temporal.getState();
    const all = new Set([store.getState(), ...pastStates, ...futureStates].map(({ collection }) => collection));
    return all.has(before) && all.has(after);
  };
  const stop = store.subscribe((now, last) => {
    if (now.project.id !== project) return stop();
    if (now.collection === last.collection) return;
    if (now.collection === before) {
      kept = now.log.filter(({ id }) => ids.includes(id));
      store.setState((state) => withoutEntries(state, ids));
    } else if (now.collection === after) {
      store.setState(({ log }) => ({ log: withEntries(log, kept) }));
    } else {
      // The steps to go back to are known a moment later than the change itself.
      queueMicrotask(() => {
        if (!isReachable()) stop();
      });
    }
  });
}
