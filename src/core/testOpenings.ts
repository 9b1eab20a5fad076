import type { LogEntry } from './log/logEntry';

/** A test set that was opened, whatever becomes of the log. */
export interface TestOpening {
  /** Of the training whose heads were tested. */
  readonly runId: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly pictureIds: readonly string[];
}

/** What is known of a project's openings: those that it keeps itself, and those that stand in its log alone. */
export function openingsIn(
  log: readonly LogEntry[],
  kept: readonly TestOpening[] | undefined = [],
): readonly TestOpening[] {
  const known = new Set(kept.map(({ openedAt }) => openedAt));
  const logged = log.flatMap(({ id, test }) =>
    test && !known.has(test.openedAt)
      ? [{ runId: id, openedAt: test.openedAt, pictureIds: test.pictureIds ?? [] }]
      : [],
  );
  return logged.length === 0 ? kept : [...kept, ...logged];
}

/** Ids of pictures that were in a test set that has been opened. */
export const seenIds = (openings: readonly TestOpening[]): ReadonlySet<string> =>
  new Set(openings.flatMap(({ pictureIds }) => pictureIds));
