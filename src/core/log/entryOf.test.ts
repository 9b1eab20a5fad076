import { expect, it } from 'vitest';
import { changesBetween } from './changes';
import { curvesWords, durationWords, phaseWords, picturesWords } from './entryWords';
import { entryVerdict } from './entryVerdict';
import { logEntry } from './logEntry.fixture';
import { picturesDigest } from './picturesDigest';
import type { Collection } from '../collection';

it('keeps means over the seeds, and every run at its end', () => {
  const { curves, runs, epochsDone, seconds, trained, validated } = logEntry();
  expect(curves.map(({ arm, dropoutRate }) => [arm, dropoutRate])).toEqual([
    ['without dropout', 0],
    ['with dropout', 0.5],
  ]);
  expect(curves[1]?.validation).toEqual([expect.closeTo(0.79, 12), expect.closeTo(0.79, 12)]);
  expect(curves[1]?.trainingLoss).toEqual([0.3, 0.3]);
  expect(runs.map(({ seed, validation }) => [seed, validation])).toEqual([
    [1, 0.7],
    [2, 0.72],
    [1, 0.8],
    [2, 0.78],
  ]);
  expect([epochsDone, seconds, trained, validated]).toEqual([2, 12, 200, 100]);
});

it('has nothing but its settings before the first epoch', () => {
  const entry = logEntry({ epochs: 0, phase: 'running' });
  expect([entry.runs, entry.verdict, entry.curves[0]?.training]).toEqual([[], null, []]);
  expect(phaseWords(entry)).toBe('Running: epoch 0 of 2');
  expect(curvesWords(entry.curves[0] ?? missing())).toBe('Without dropout: no epoch yet.');
});

it('no longer says "so far" of a training that was interrupted', () => {
  const running = logEntry({ set: { epochs: 9 } });
  const verdict = running.verdict && { ...running.verdict, phase: 'running' as const };
  const entry = { ...running, verdict, phase: 'interrupted' as const };
  expect(entryVerdict(entry)?.headline).toMatch(/^After 2 of 9 epochs: /);
  expect(entryVerdict({ ...entry, phase: 'running' })).toBe(verdict);
  expect(phaseWords(entry)).toContain('the page was closed in the middle');
});

it('tells what differs, and leaves out what takes no part', () => {
  const before = logEntry();
  const after = logEntry({ set: { dropout: 0.3, rotation: 40, tuneEpochs: 3 } });
  expect(changesBetween(before, after)).toEqual([{ label: 'Dropout rate', before: '0.5', after: '0.3' }]);
  expect(changesBetween(before, { ...before, picturesDigest: 'x' })[0]?.after).toContain('other pictures');
  expect(changesBetween(logEntry({ set: { copies: 1 } }), logEntry({ set: { copies: 1, rotation: 40 } }))).toEqual([
    { label: 'Turned by at most', before: '15', after: '40' },
  ]);
});

it('has one digest for the same pictures, whatever their order, and another for anything that changes a split', () => {
  const picture = { name: 'a.png', classId: 'c1', pin: null } as const;
  const collection: Collection = {
    classes: [
      { id: 'c1', name: 'Cats', style: 0 },
      { id: 'c2', name: 'Dogs', style: 1 },
    ],
    pictures: [
      { ...picture, id: '1', hash: 'h1', group: 'g1' },
      { ...picture, id: '2', hash: 'h2', group: 'g2', classId: 'c2' },
    ],
  };
  const own = picturesDigest(collection);
  expect(own).toMatch(/^[0-9a-f]{16}$/);
  const { classes, pictures } = collection;
  expect(picturesDigest({ classes: classes.toReversed(), pictures: pictures.toReversed() })).toBe(own);
  const others: readonly Collection[] = [
    { classes, pictures: pictures.slice(1) },
    { classes, pictures: pictures.map((p) => ({ ...p, classId: 'c1' })) },
    { classes, pictures: pictures.map((p) => ({ ...p, group: 'g1' })) },
    { classes, pictures: pictures.map((p) => ({ ...p, pin: { side: 'training', by: 'person' } })) },
    { classes, pictures: pictures.map((p) => ({ ...p, test: true })) },
    { classes: classes.map((c) => ({ ...c, name: `${c.name}!` })), pictures },
  ];
  expect(new Set([own, ...others.map(picturesDigest)]).size).toBe(7);
});

it('speaks of pictures, time and failures in words', () => {
  expect(picturesWords(logEntry())).toBe('Cats (0), Dogs (0)');
  expect(picturesWords(logEntry({ sample: 'counting-dots' }))).toBe('Counting dots');
  expect([0.2, 8.4, 185].map(durationWords)).toEqual(['under 1 s', '8 s', '3 min 5 s']);
  expect(phaseWords(logEntry({ phase: 'failed', reason: 'The worker crashed.', epochs: 0 }))).toBe(
    'Failed before the first epoch: The worker crashed.',
  );
  expect(phaseWords(logEntry({ phase: 'stopped', set: { epochs: 5 } }))).toBe('Stopped at epoch 2 of 5');
});

function missing(): never {
  throw new Error('There are no curves.');
}
