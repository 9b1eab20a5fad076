import type { LogEntry } from '../log/logEntry';
import { nextNumber } from '../log/numbering';

/**
 * Entries of another project's log as they come into ours: those we have not yet, numbered on, marked with its name.
 *
 * @param given the highest number of ours that were removed.
 */
export function takenLog(
  ours: readonly LogEntry[],
  theirs: readonly LogEntry[],
  title: string,
  given = 0,
): readonly LogEntry[] {
  const known = new Set(ours.map(({ id }) => id));
  const first = nextNumber(ours, given);
  return theirs
    .filter(({ id }) => !known.has(id))
    .map((entry, i) => ({
      ...entry,
      number: first + i,
      from: entry.from ?? title,
      pinned: false,
    }));
}
