import { expect, it } from 'vitest';
import { changesBetween } from './changes';
import { curvesWords, durationWords, phaseWords, picturesWords } from './entryWords';
import { entryVerdict } from './entryVerdict';
import type { LogEntry } from './logEntry';
import { logEntry } from './logEntry.fixture';
import { loggedClasses, pictureParts, picturesDigest } from './picturesDigest';
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
  expect(logEntry().confusion?.[1]?.[0]).toEqual([90, 10]);
});

it('has nothing but its settings before the first epoch', () => {
  const entry = logEntry({ epochs: 0, phase: 'running' });
  expect([entry.runs, entry.verdict, entry.curves[0]?.training]).toEqual([[], null, []]);
  expect(entry).not.toHaveProperty('confusion');
  expect(phaseWords(entry)).toBe('Running: epoch 0 of 2');
  expect(curvesWords(entry.curves[0] ?? missing())).toBe('Without dropout: no epoch yet.');
});

it('no longer says "so far" of a training that was interrupted', () => {
  const running = logEntry({ set: { epochs: 9 } });
  const verdict = running.verdict && { ...running.verdict, phase: 'running' as const };
  const entry = { ...running, verdict, phase: 'interrupted' as const };
  expect(entryVerdict(entry)?.headline).toMatch(/^After 2 of 9 epochs: /);
  expect(entryVerdict({ ...entry, phase: 'running' })).toBe(verdict);
  expect(phaseWords(entry)).toContain('written down here up to epoch 2 of 9');
});

it('tells what differs, and leaves out what takes no part', () => {
  const before = logEntry();
  const after = logEntry({ set: { dropout: 0.3, rotation: 40, tuneEpochs: 3 } });
  expect(changesBetween(before, after)).toEqual([{ label: 'Dropout rate', before: '0.5', after: '0.3' }]);
  expect(changesBetween(before, { ...before, picturesDigest: 'x' })[0]?.after).toContain('other pictures');
  expect(changesBetween(before, logEntry({ set: { engine: 'wasm' } }))).toEqual([]);
  expect(changesBetween(logEntry({ set: { copies: 1 } }), logEntry({ set: { copies: 1, rotation: 40 } }))).toEqual([
    { label: 'Turned by at most', before: '15', after: '40' },
  ]);
});

it('says which part of the pictures is another, where it is known', () => {
  const one = logEntry();
  const parts = { pictures: 'p', labels: 'l', groups: 'g', pins: 'i', test: 't' };
  const after = (changes: Partial<typeof parts> | null) =>
    changesBetween(
      { ...one, pictureParts: parts },
      {
        ...one,
        picturesDigest: 'x',
        pictureParts: { ...parts, ...changes },
      },
    )[0]?.after.replace(/^.*, but /, '');
  expect(after({ pins: '2', test: '2' })).toBe('other pins and another test set');
  expect(after({ labels: '2' })).toBe('other labels');
  expect(after({ pictures: '2', labels: '2', test: '2' })).toBe('other pictures');
  const { pictureParts: _, ...old } = one;
  const aside = (test: number) => ({
    ...old,
    sample: 'counting-dots',
    picturesDigest: String(test),
    classes: [{ name: 'Cats', pictures: 3, test, digest: 'c' }],
  });
  expect(changesBetween(aside(0), aside(4))[0]?.after).toBe(
    'Counting dots, but 4 set aside for the test in the place of 0',
  );
  expect(changesBetween(old, { ...old, picturesDigest: 'x' })[0]?.after).toContain('other pictures or labels');
});

const labels = (before: LogEntry, after: LogEntry) => changesBetween(before, after).map(({ label }) => label);

it('counts as a change whatever the numbers depend on, and leaves out what follows from another', () => {
  const one = logEntry();
  const { base, engine } = one;
  const follows = { ...base, features: base.features + 1 };
  expect(labels(one, { ...one, epochsDone: 1 })).toEqual(['Epochs that came']);
  expect(labels(one, logEntry({ set: { epochs: 3 }, epochs: 3 }))).toEqual(['Epochs']);
  expect(labels(one, { ...one, base: follows })).toEqual(['Features']);
  expect(labels(one, logEntry({ set: { pooling: 'max' }, base: follows }))).toEqual(['Pooling']);
  const card = { ...engine, base: 'webgl' as const, renderer: 'A card' };
  expect(labels(one, { ...one, engine: card })).toEqual(['Features computed on']);
  expect(labels(one, logEntry({ set: { engine: 'webgl' }, engine: card }))).toEqual(['Engine for the base']);
  expect(labels({ ...one, engine: card }, { ...one, engine: { ...card, renderer: 'Another' } })).toEqual([
    'Features computed on',
  ]);
  expect(labels({ ...one, engine: card }, { ...one, engine: { ...card, bits: 16 } })).toEqual(['Features computed on']);
  const trained = { ...engine, head: 'wasm' as const };
  const switched = { ...trained, switched: { epoch: 2, from: 'webgl' as const, reason: 'Lost.' } };
  expect(changesBetween({ ...one, engine: trained }, { ...one, engine: switched })).toEqual([
    { label: 'Heads trained on', before: 'WASM', after: 'WebGL, from epoch 2 on WASM' },
  ]);
  const versions = { 'transfer-lab': '0.4.0', '@tensorflow/tfjs': '4.22.0', '@tensorflow/tfjs-backend-wasm': '4.22.0' };
  const next = { ...versions, '@tensorflow/tfjs': '5.0.0', '@tensorflow/tfjs-backend-wasm': '5.0.0' };
  expect(labels({ ...one, versions }, { ...one, versions: next })).toEqual(['Version of TensorFlow.js']);
  expect(labels({ ...one, versions }, { ...one, versions: { ...next, 'transfer-lab': '1.0.0' } })).toEqual([
    'Version of Transfer Lab',
  ]);
});

it('counts the order of the classes, and their names where these order the draw of wrong labels', () => {
  const classes = ['a', 'b'].map((digest, i) => ({ name: ['Cats', 'Dogs'][i] ?? '', pictures: 3, test: 0, digest }));
  const one = logEntry({ classes });
  expect(changesBetween(one, { ...one, classes: classes.toReversed() })).toEqual([
    { label: 'Order of the classes', before: 'Cats, Dogs', after: 'Dogs, Cats' },
  ]);
  const renamed = classes.map((own) => ({ ...own, name: own.digest === 'a' ? 'Wild cats' : own.name }));
  expect(labels(one, { ...one, classes: renamed })).toEqual([]);
  const noisy = logEntry({ classes, set: { noise: 0.2 } });
  expect(labels(noisy, { ...noisy, classes: renamed })).toEqual([
    'Names of the classes, which order the draw of wrong labels',
  ]);
});

it('calls bases of one’s own by their titles, and tells two of one title apart', () => {
  const own = (id: string, title: string) =>
    logEntry({ set: { base: `own-${id}` }, base: { ...logEntry().base, id: `own-${id}`, title } });
  const [a, b] = ['0123456789abcdef', 'fedcba9876543210'];
  expect(changesBetween(own(a ?? '', 'Birds'), own(b ?? '', 'Cars'))).toEqual([
    { label: 'Frozen base', before: 'Birds', after: 'Cars' },
  ]);
  expect(changesBetween(own(a ?? '', 'Birds'), own(b ?? '', 'Birds'))).toEqual([
    { label: 'Frozen base', before: 'Birds (01234567)', after: 'Birds (fedcba98)' },
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
  ];
  expect(new Set([own, ...others.map(picturesDigest)]).size).toBe(6);
  const parts = (of: Collection) => {
    const [before, after] = [pictureParts(collection), pictureParts(of)];
    return keysOf(before).filter((part) => before[part] !== after[part]);
  };
  expect(others.map(parts)).toEqual([keysOf(pictureParts(collection)), ['labels'], ['groups'], ['pins'], ['test']]);
  expect(parts({ classes: classes.toReversed(), pictures: pictures.toReversed() })).toEqual([]);
  // Two classes of one name are two all the same.
  const alike = classes.map((c) => ({ ...c, name: 'Cats' }));
  const together = pictures.map((p) => ({ ...p, classId: 'c1' }));
  expect(picturesDigest({ classes: alike, pictures })).toBe(own);
  expect(picturesDigest({ classes: alike, pictures: together })).not.toBe(own);
  // What the classes are called has no part in the split.
  expect(picturesDigest({ classes: classes.map((c) => ({ ...c, name: 'cats' })), pictures })).toBe(own);
  const locked = { classes, pictures: pictures.map((p, i) => (i === 0 ? { ...p, test: true as const } : p)) };
  expect(loggedClasses(locked).map(({ name, pictures: n, test }) => [name, n, test])).toEqual([
    ['Cats', 0, 1],
    ['Dogs', 1, 0],
  ]);
});

it('speaks of pictures, time and failures in words', () => {
  expect(picturesWords(logEntry())).toBe('Cats (0), Dogs (0)');
  expect(picturesWords(logEntry({ sample: 'counting-dots' }))).toBe('Counting dots');
  const classes = [{ name: 'Cats', pictures: 1200, test: 30, digest: 'a' }];
  expect(picturesWords({ sample: null, classes })).toBe('Cats (1,200), and 30 set aside for the test');
  expect([0.2, 8.4, 185].map(durationWords)).toEqual(['under 1 s', '8 s', '3 min 5 s']);
  expect(phaseWords(logEntry({ phase: 'failed', reason: 'The worker crashed.', epochs: 0 }))).toBe(
    'Failed before the first epoch: The worker crashed.',
  );
  expect(phaseWords(logEntry({ phase: 'stopped', set: { epochs: 5 } }))).toBe('Stopped at epoch 2 of 5');
});

const keysOf = (parts: ReturnType<typeof pictureParts>) =>
  (['pictures', 'labels', 'groups', 'pins', 'test'] as const).filter((part) => part in parts);

function missing(): never {
  throw new Error('There are no curves.');
}
