import type { LogEntry } from '../log/logEntry';

/** Entries of another project's log as they come into ours: those we have not yet, numbered on, marked with its name. */
export function takenLog(ours: readonly LogEntry[], theirs: readonly LogEntry[], title: string): readonly LogEntry[] {
  const known = new Set(ours.map(({ id }) => id));
  const last = ours.reduce((most, { number }) => Math.max(most, number), 0);
  return theirs
    .filter(({ id }) => !known.has(id))
    .map((entry, i) => ({
      ...entry,
      number: last + 1 + i,
      pinned: false,
      note: `From “${title}”.${entry.note === '' ? '' : ` ${entry.note}`}`,
    }));
}
