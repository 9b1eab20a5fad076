import type { LogEntry } from '../core/log/logEntry';
import type { LabStore } from './store';

/** The log of the experiments: written as they run, and amended by the learner. */
export interface Logbook {
  readonly amend: (id: string, changes: Partial<Pick<LogEntry, 'note' | 'pinned' | 'test'>>) => void;
  readonly remove: (ids: readonly string[]) => void;
}

export function createLogbook(store: LabStore): Logbook {
  return {
    amend: (id, changes) =>
      store.setState(({ log }) => ({ log: log.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)) })),
    remove: (ids) => store.setState(({ log }) => ({ log: log.filter(({ id }) => !ids.includes(id)) })),
  };
}
