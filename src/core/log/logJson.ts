import type { LogEntry } from './logEntry';

/** What stands above a hand-in. */
export interface ReportHead {
  readonly title: string;
  /** Empty: not given. */
  readonly learner: string;
  /** When it is made, in ms since 1970. */
  readonly madeAt: number;
}

/**
 * The log as data; `docs/log-schema.md` says what each field means. Numbers read back as the very same doubles; what is
 * not a finite number, as a loss that came apart, is null.
 */
export const logJson = ({ title, learner, madeAt }: ReportHead, entries: readonly LogEntry[]): string =>
  `${JSON.stringify({ schema: 'transfer-lab/log@1', title, learner, madeAt, entries }, null, 1)}\n`;
