import type { LogEntry } from '../../core/log/logEntry';
import type { ReportHead } from '../../core/log/logJson';
import type { LogFile } from '../../ui/log/LogTools';

/**
 * A file of the log, and what it is called; how it is written is fetched when it is asked for.
 *
 * @param entries in the order of their start; each is compared with the one before it.
 */
export async function logFile(
  file: LogFile,
  entries: readonly LogEntry[],
  head: ReportHead,
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const stem = ['transfer-lab', file === 'report' ? 'report' : 'log', nameOf(head.learner), dayOf(head.madeAt)]
    .filter(Boolean)
    .join('-');
  const named = (text: string, extension: string, type: string) => ({
    blob: new Blob([text], { type }),
    name: `${stem}.${extension}`,
  });
  switch (file) {
    case 'report': {
      const { reportHtml } = await import('../../core/log/reportHtml');
      const before = (entry: LogEntry) => entries[entries.indexOf(entry) - 1] ?? null;
      return named(await reportHtml(head, entries, before), 'html', 'text/html;charset=utf-8');
    }
    case 'csv':
      // Without the mark in front, Excel reads names as another alphabet's.
      return named(`\uFEFF${(await import('../../core/log/logCsv')).logCsv(entries)}`, 'csv', 'text/csv;charset=utf-8');
    case 'json':
      return named((await import('../../core/log/logJson')).logJson(head, entries), 'json', 'application/json');
    default:
      return file satisfies never;
  }
}

/** Letters and digits of any script, and hyphens between them. */
const nameOf = (learner: string) =>
  learner
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

/** "2025-11-27", of the day it is here. */
function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
