import { csvFormatRow } from 'd3-dsv';
import { comparedKeys } from './changes';
import { picturesWords } from './entryWords';
import type { LogEntry, LogRun } from './logEntry';

/**
 * One row per experiment, arm and seed, as RFC 4180 has it; an experiment without any epoch has one row without
 * results. Cells of text that a spreadsheet would take for a formula begin with an apostrophe.
 */
export const logCsv = (entries: readonly LogEntry[]): string =>
  [columns, ...entries.flatMap(rowsOf)].map((row) => `${csvFormatRow(row.map(cell))}\r\n`).join('');

type Cell = string | number | boolean | null;

const columns: readonly string[] = [
  'experiment',
  'id',
  'startedAt',
  'from',
  'seconds',
  'phase',
  'reason',
  'sample',
  'pictures',
  'picturesDigest',
  ...comparedKeys.map((key) => `setting.${key}`),
  'baseTitle',
  'baseRevision',
  'engineBase',
  'engineHead',
  'epochsDone',
  'arm',
  'dropoutRate',
  'seed',
  'trainingAccuracy',
  'validationAccuracy',
  'trainingLoss',
  'validationLoss',
  'testOpenedAt',
  'testPictures',
  'testAccuracy',
  'verdict',
  'note',
  'pinned',
];

function rowsOf(entry: LogEntry): readonly (readonly Cell[])[] {
  const { settings, base, engine, verdict } = entry;
  const before: readonly Cell[] = [
    entry.number,
    entry.id,
    new Date(entry.startedAt).toISOString(),
    entry.from,
    entry.seconds,
    entry.phase,
    entry.reason,
    entry.sample,
    picturesWords(entry),
    entry.picturesDigest,
    ...comparedKeys.map((key) => settings[key]),
    base.title,
    base.revision,
    engine.base,
    engine.head,
    entry.epochsDone,
  ];
  const after: readonly Cell[] = [verdict?.accuracy.outcome ?? null, entry.note, entry.pinned];
  const runs: readonly (readonly Cell[])[] =
    entry.runs.length > 0
      ? entry.runs.map((run) => [...runCells(run), ...testCells(entry, run)])
      : [Array.from({ length: 10 }, () => null)];
  return runs.map((run) => [...before, ...run, ...after]);
}

const runCells = (run: LogRun): readonly Cell[] => [
  run.arm,
  run.dropoutRate,
  run.seed,
  run.training,
  run.validation,
  run.trainingLoss,
  run.validationLoss,
];

/** The test set's result is known for each side, over its seeds. */
function testCells({ test }: LogEntry, { arm }: LogRun): readonly Cell[] {
  if (!test) return [null, null, null];
  const own = test.arms.find(({ name }) => name === arm);
  return [new Date(test.openedAt).toISOString(), test.pictures, own?.accuracy.mean ?? null];
}

function cell(value: Cell): string {
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return value === null ? '' : String(value);
}
