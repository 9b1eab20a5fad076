import { expect, it } from 'vitest';
import { logEntry } from '../../core/log/logEntry.fixture';
import { logFile } from './logFile';

const madeAt = new Date(2026, 2, 7, 23, 30).getTime();
const entries = [logEntry({ id: 'a', number: 1 }), logEntry({ id: 'b', number: 2, set: { dropout: 0.2 } })];

it.each([
  ['report', 'Ada Lovelace', 'transfer-lab-report-ada-lovelace-2026-03-07.html', 'text/html;charset=utf-8'],
  ['csv', '', 'transfer-lab-log-2026-03-07.csv', 'text/csv;charset=utf-8'],
  ['json', '../Łukasz/  Żak', 'transfer-lab-log-łukasz-żak-2026-03-07.json', 'application/json'],
] as const)('names the %s after what it is, whose, and the day', async (file, learner, name, type) => {
  const made = await logFile(file, entries, { title: 'Mine', learner, madeAt });
  expect(made.name).toBe(name);
  expect(made.blob.type).toBe(type);
  expect(await made.blob.text()).toContain('with dropout');
});

it('compares each experiment of a report with the one before it in the report', async () => {
  const { blob } = await logFile('report', entries, { title: 'Mine', learner: '', madeAt });
  expect(await blob.text()).toContain('was 0.5');
});
