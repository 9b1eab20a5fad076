import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../core/collection';
import type { TrainedHeads } from '../core/heads/trainedHeads';
import type { LogEntry } from '../core/log/logEntry';
import type { Project } from '../core/project';
import { defaultSettings } from '../core/settings';
import { saveAtOnce } from './atOnce';
import { keysIn, reading, under, writing } from './database';
import { copyHeads, listHeads, loadHeads, removeHeads, saveHeads } from './heads';
import { loadLog, saveLog } from './log';
import { workKey } from './projectKeys';
import { listProjects, loadPngs, loadProject, removeProject, SavedElsewhere, saveProject, tidyPngs } from './projects';

const collectionOf = (...hashes: string[]): Collection => ({
  classes: [{ id: 'class-1', name: 'Cats', style: 0 }],
  pictures: hashes.map((hash) => ({ id: hash, hash, name: hash, classId: 'class-1', group: hash, pin: null })),
});
const projectOf = (id: string, savedAt: number, ...hashes: string[]): Project => ({
  id,
  name: `Project ${id}`,
  savedAt,
  collection: collectionOf(...hashes),
  sample: null,
  settings: defaultSettings,
  testOpenedAt: null,
});
const png = (hash: string) => new Blob([hash]);
const keptPngs = () => reading((store) => keysIn(store, under('png:')));
// Only what is read here: a run's id and its start, and the run of some heads.
const entry = (id: string, startedAt: number) => ({ id, startedAt, note: '' }) as LogEntry;
const heads = (runId: string) => ({ runId, parameters: Float32Array.of(1, 2) }) as unknown as TrainedHeads;

afterEach(() =>
  writing((store) => {
    store.clear();
    return Promise.resolve();
  }),
);

describe('projects', () => {
  it('come back with their pictures, the newest first', async () => {
    await saveProject(projectOf('a', 1, 'x', 'y'), null, png);
    await saveProject(projectOf('b', 2, 'y'), null, png);
    await saveLog('a', [entry('run', 1)], []);
    expect(await loadProject('a')).toEqual(projectOf('a', 1, 'x', 'y'));
    expect(await listProjects()).toEqual([
      { id: 'b', name: 'Project b', pictures: 1, isOwn: true, runs: 0, savedAt: 2 },
      { id: 'a', name: 'Project a', pictures: 2, isOwn: true, runs: 1, savedAt: 1 },
    ]);
    expect([...(await loadPngs(new Set(['x', 'gone']))).pngs.keys()]).toEqual(['x']);
  });

  it('share pictures, which go with the last project that has them', async () => {
    await saveProject(projectOf('a', 1, 'x', 'y'), null, png);
    await saveProject(projectOf('b', 1, 'y', 'z'), null, png);
    await saveProject(projectOf('a', 2, 'y'), 1, png);
    expect(await keptPngs()).toEqual(['png:y', 'png:z']);
    await removeProject('b');
    expect(await keptPngs()).toEqual(['png:y']);
    await removeProject('a');
    expect(await keptPngs()).toEqual([]);
  });

  it('keep what cannot be read of a picture, until it is given up or added once more', async () => {
    await saveProject(projectOf('a', 1, 'x', 'y', 'z'), null, png);
    // oxlint-disable-next-line typescript/unbound-method -- called with its store below
    const real = IDBObjectStore.prototype.get;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function broken(
      this: IDBObjectStore,
      key,
    ) {
      if (key === 'png:y' || key === 'png:y2')
        throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      return real.call(this, key);
    });
    const { pngs, unreadable } = await loadPngs(new Set(['x', 'y', 'z']));
    expect([[...pngs.keys()], [...unreadable]]).toEqual([['x', 'z'], ['y']]);
    await expect(loadPngs(new Set(['y', 'y2']))).rejects.toThrow('Failed to read');
    expect((await loadPngs(new Set(['y', 'y2']), true)).unreadable.size).toBe(2);
    expect((await loadPngs(new Set(['y']))).unreadable.size).toBe(1);
    spy.mockRestore();
    const waiting = { ...projectOf('a', 2, 'x', 'z'), unreadable: collectionOf('y').pictures };
    await saveProject(waiting, 1, () => undefined);
    expect(await keptPngs()).toEqual(['png:x', 'png:y', 'png:z']);
    await saveProject({ ...waiting, ...projectOf('a', 3, 'x', 'y', 'z') }, 2, () => new Blob(['better']));
    expect(await (await loadPngs(new Set(['y', 'x']))).pngs.get('y')?.text()).toBe('better');
    await saveProject(projectOf('a', 4, 'x', 'z'), 3, null);
    expect(await keptPngs()).toEqual(['png:x', 'png:z']);
  });

  it('write anew what is known to be damaged, whichever project it comes in with', async () => {
    await saveProject(projectOf('a', 1, 'x', 'y'), null, png);
    await saveProject({ ...projectOf('a', 2, 'x'), unreadable: collectionOf('y').pictures }, 1, null);
    await saveProject(projectOf('b', 3, 'x', 'y'), null, () => new Blob(['better']));
    const { pngs } = await loadPngs(new Set(['x', 'y']));
    expect(await pngs.get('y')?.text()).toBe('better');
    expect(await pngs.get('x')?.text()).not.toBe('better');
  });

  it('of a built-in set keep no pictures, and let go of those that they kept while they were changed', async () => {
    await saveProject(projectOf('a', 1, 'x'), null, png);
    await saveProject({ ...projectOf('a', 2, 'x'), sample: 'counting-dots' }, 1, png);
    expect(await keptPngs()).toEqual([]);
    expect((await listProjects())[0]).toMatchObject({ pictures: 1, isOwn: false });
  });

  it('are saved at once in the last moment; what is left over goes the next time', async () => {
    await saveProject(projectOf('a', 1, 'x', 'y'), null, png);
    await saveLog('a', [entry('one', 1), entry('two', 2)], []);
    const pngs = new Map([['z', png('z')]]);
    await saveAtOnce({ project: projectOf('a', 2, 'y', 'z'), pngs, entries: [entry('three', 3)], removed: ['one'] });
    expect(await loadProject('a')).toEqual(projectOf('a', 2, 'y', 'z'));
    expect((await loadLog('a')).map(({ id }) => id)).toEqual(['two', 'three']);
    expect(await keptPngs()).toEqual(['png:x', 'png:y', 'png:z']);
    await tidyPngs();
    expect(await keptPngs()).toEqual(['png:y', 'png:z']);
  });

  it('that another tab saved since are not overwritten', async () => {
    await saveProject(projectOf('a', 1, 'x'), null, png);
    await saveProject(projectOf('a', 2, 'x', 'y'), 1, png);
    await expect(saveProject(projectOf('a', 3, 'x'), 1, png)).rejects.toBeInstanceOf(SavedElsewhere);
    expect((await loadProject('a'))?.savedAt).toBe(2);
    expect(await keptPngs()).toEqual(['png:x', 'png:y']);
  });

  it('are written in full or not at all', async () => {
    await saveProject(projectOf('a', 1, 'x'), null, png);
    const refuse = (hash: string) => {
      if (hash === 'z') throw new DOMException('full', 'QuotaExceededError');
      return png(hash);
    };
    await expect(saveProject(projectOf('a', 2, 'x', 'y', 'z'), 1, refuse)).rejects.toThrow('full');
    expect(await keptPngs()).toEqual(['png:x']);
    expect((await loadProject('a'))?.savedAt).toBe(1);
  });

  it('of the version before are there under the name of their classes, until they are saved anew', async () => {
    const { id, savedAt, collection, settings } = projectOf('old', 1, 'x');
    await writing((store) => {
      store.put({ id, savedAt, collection, settings }, workKey(id));
      store.put(png('x'), 'png:x');
      return Promise.resolve();
    });
    const found = await loadProject('old');
    expect(found).toEqual({ ...projectOf('old', 1, 'x'), name: 'Cats' });
    // Another project's pictures do not take those of the old one along.
    await saveProject(projectOf('b', 1, 'y'), null, png);
    await removeProject('b');
    expect(await keptPngs()).toEqual(['png:x']);
    if (found) await saveProject({ ...found, savedAt: 2 }, 1, png);
    expect(await reading((store) => keysIn(store, under('')))).toEqual(['png:x', 'project@1:old']);
  });
});

describe('the log and the heads', () => {
  it('are kept entry by entry, in the order of their start', async () => {
    await saveLog('a', [entry('late', 2), entry('early', 1)], []);
    await saveLog('a', [{ ...entry('late', 2), note: 'mine' }], ['early']);
    expect(await loadLog('a')).toEqual([{ ...entry('late', 2), note: 'mine' }]);
  });

  it('of a project whose id is the beginning of another’s are its own', async () => {
    await saveLog('a', [entry('one', 1)], []);
    await saveLog('a:b', [entry('two', 1)], []);
    expect((await loadLog('a')).map(({ id }) => id)).toEqual(['one']);
  });

  it('go with their project, and can be copied', async () => {
    await saveProject(projectOf('a', 1), null, png);
    await saveHeads('a', [heads('one'), heads('two')]);
    await copyHeads('a', 'b');
    await removeHeads('b', ['one']);
    await removeProject('a');
    expect(await listHeads('a')).toEqual([]);
    expect(await listHeads('b')).toEqual(['two']);
    expect(await loadHeads('b', 'two')).toEqual(heads('two'));
    expect(await loadHeads('b', 'one')).toBeNull();
  });
});
