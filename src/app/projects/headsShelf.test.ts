import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { LogEntry } from '../../core/log/logEntry';
import { createHeadsShelf } from './headsShelf';

// Only what is looked at here.
const heads = (runId: string) =>
  ({
    runId,
    settings: { hidden: 0 },
    classes: ['a', 'b'],
    base: { features: 2 },
    arms: [{}, {}],
    trials: [{}],
    parameters: new Float32Array(12),
  }) as unknown as TrainedHeads;
const entry = (id: string, pinned = false, startedAt = 0) => ({ id, pinned, startedAt }) as LogEntry;

it('lets go of the oldest heads that are not pinned', async () => {
  const shelf = createHeadsShelf(() => undefined);
  const names = Array.from({ length: 23 }, (_, i) => `run ${i}`);
  const log = names.map((id) => entry(id, id === 'run 1'));
  for (const id of names) await shelf.keep('p', [heads(id)], log);
  expect(await shelf.runs('p', log)).toEqual(['run 1', ...names.slice(4)]);
  expect(await shelf.load('p', 'run 0')).toBeNull();
  expect((await shelf.load('p', 'run 1'))?.parameters).toEqual(new Float32Array(12));
});

it('takes the latest of another project, as far as none of ours have to go', async () => {
  const shelf = createHeadsShelf(() => undefined);
  const own = Array.from({ length: 18 }, (_, i) => `own ${i}`);
  const theirs = ['old', 'latest', 'late'];
  const log = [
    ...own.map((id) => entry(id)),
    entry('old', false, 1),
    entry('latest', false, 9),
    entry('late', false, 5),
  ];
  for (const id of own) await shelf.keep('q', [heads(id)], log);
  expect(await shelf.take('q', theirs.map(heads), log)).toEqual(['latest', 'late']);
  expect(await shelf.runs('q', log)).toEqual([...own, 'latest', 'late']);
  expect(await shelf.take('q', [heads('old')], log)).toEqual([]);
});
