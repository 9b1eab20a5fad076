import type { LogEntry } from './logEntry';

type Numbered = Pick<LogEntry, 'number'>;

/**
 * What the next experiment of a project is called by: a number that none of its experiments has, or had.
 *
 * @param given the highest number of those that were removed; 0: none was.
 */
export const nextNumber = (log: readonly Numbered[], given = 0): number => highestNumber(log, given) + 1;

/** The highest number that was ever given. */
export const highestNumber = (log: readonly Numbered[], given = 0): number =>
  Math.max(given, ...log.map(({ number }) => number));

/** With these too, those that are there already left as they are; in the order of their start. */
export function withEntries(log: readonly LogEntry[], entries: readonly LogEntry[]): readonly LogEntry[] {
  const known = new Set(log.map(({ id }) => id));
  return [...log, ...entries.filter(({ id }) => !known.has(id))].toSorted(
    (a, b) => a.startedAt - b.startedAt || a.number - b.number,
  );
}
