// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainedHeads } from '../core/heads/trainedHeads';
import { parseLink } from '../core/link';
import type { FileWork } from '../core/project/fileWork';
import { matchedClasses } from '../core/project/merge';
import { hashOf, picture, whole } from '../core/project/project.fixture';
import type { WholeProject } from '../core/project';
import { openArchive } from '../images/archive';
import type { PreparerPool } from '../images/pool';
import { writeProject } from '../images/projectZip';
import { PicturePixels } from './picturePixels';
import { createFileWorker } from './projectFileWork';
import { createStore } from './store';

/** As the images workers do it; a picture's hash is its content. */
const pool: PreparerPool = {
  size: 1,
  async prepare(source) {
    if (!('zip' in source)) return { ok: false, reason: 'It is no ZIP.' };
    const opened = await openArchive(source.zip);
    const entry = opened.ok ? await opened.archive.read(source.index) : opened;
    if (!entry.ok) return entry;
    return { ok: true, picture: { blob: entry.blob, pixels: new Uint8Array(3), hash: await entry.blob.text() } };
  },
  list: () => Promise.reject(new Error('not used')),
  prepareFrame: () => Promise.reject(new Error('not used')),
  pixelsOf: () => Promise.reject(new Error('not used')),
  copyOf: () => Promise.reject(new Error('not used')),
  dispose: () => undefined,
};

function setUp(current: () => Promise<WholeProject> = () => Promise.resolve(whole)) {
  const store = createStore(parseLink(''));
  const adopted: WholeProject[] = [];
  const takeHeads = vi.fn<(heads: readonly TrainedHeads[]) => Promise<number>>((heads) =>
    Promise.resolve(heads.length),
  );
  const pictures = new PicturePixels(pool);
  const worker = createFileWorker({
    store,
    pool,
    pictures,
    projects: {
      whole: current,
      adopt: (one) => {
        adopted.push(one);
        return Promise.resolve();
      },
      takeHeads,
      open: () => Promise.resolve(),
    },
    onPictures: () => undefined,
  });
  const phase = (wanted: FileWork['phase']) => vi.waitFor(() => expect(store.getState().fileWork.phase).toBe(wanted));
  return { store, worker, adopted, pictures, phase, takeHeads };
}

let file: File;
beforeEach(async () => {
  const { zip } = await writeProject(whole, { signal: new AbortController().signal, onProgress: () => undefined });
  file = new File([zip], 'ben.zip');
});

const mine = {
  classes: [{ id: 'class-1', name: 'dogs', style: 0 }],
  pictures: [picture(2, 'class-1'), picture(50, 'class-1')],
};

describe('a project file', () => {
  it('is opened without a question where there are no pictures', async () => {
    const { store, worker, adopted } = setUp();
    const picked = new File(['x'], 'a.png');
    expect(await worker.take([file, picked])).toEqual({ rest: [picked], damaged: [] });
    await vi.waitFor(() => expect(store.getState().report?.added).toBe(5));
    expect(adopted).toHaveLength(1);
    expect(adopted[0]?.project).toEqual(whole.project);
    expect(adopted[0]?.log).toEqual(whole.log);
    expect(adopted[0]?.heads).toEqual(whole.heads);
    expect(await adopted[0]?.pngs.get(hashOf(1))?.text()).toBe(hashOf(1));
  });

  it('asks where there are pictures; turned down, nothing is changed', async () => {
    const { store, worker, adopted, phase } = setUp();
    store.setState({ collection: mine });
    await worker.take([file]);
    await phase('asking');
    worker.answer(null);
    await phase('none');
    expect(adopted).toEqual([]);
    expect(store.getState()).toMatchObject({ collection: mine, log: [], report: null, trouble: null });
  });

  it('comes in as one step: undone, pictures and experiments are gone, and both come back', async () => {
    const { store, worker, pictures, phase } = setUp();
    store.setState({ collection: mine });
    store.temporal.getState().clear();
    for (const { hash } of mine.pictures) pictures.keep(hash, new Blob([hash]));
    await worker.take([file]);
    await phase('asking');
    const destinations = matchedClasses(mine, whole.project.collection);
    worker.answer({ kind: 'merge', destinations, keepsTest: true, takesLog: true });
    await vi.waitFor(() => expect(store.getState().report).not.toBeNull());
    const after = store.getState();
    expect(after.report).toMatchObject({ added: 4, duplicates: [{ of: '2.jpg' }], contradictions: [{}] });
    expect(after.collection.classes.map((c) => c.name)).toEqual(['dogs', 'Katzen 🐱']);
    expect(after.log.map(({ note, from }) => [note, from])).toEqual([
      ['My note', 'Cats: and dogs?'],
      ['', 'Cats: and dogs?'],
    ]);
    expect(after.undoable).toBe('4 pictures of “Cats: and dogs?” added.');
    // What is written on them meanwhile is not lost.
    store.setState(({ log }) => ({ log: log.map((entry) => ({ ...entry, note: `${entry.note}!`, pinned: true })) }));
    const { log } = store.getState();
    store.temporal.getState().undo();
    expect(store.getState()).toMatchObject({ collection: mine, log: [], project: { lastNumber: 2 } });
    store.temporal.getState().redo();
    expect(store.getState().collection).toBe(after.collection);
    expect(store.getState().log).toEqual(log);
  });

  it('brings the heads of the experiments along, by our classes, and leaves none behind without a word', async () => {
    const { store, worker, phase, takeHeads } = setUp();
    store.setState({ collection: mine });
    const [dogs, cats] = whole.project.collection.classes;
    const destinations = matchedClasses(mine, whole.project.collection);
    const add = async (takesLog: boolean) => {
      store.setState({ collection: mine, log: [], report: null });
      await worker.take([file]);
      await phase('asking');
      worker.answer({ kind: 'merge', destinations, keepsTest: true, takesLog });
      await vi.waitFor(() => expect(store.getState().report).not.toBeNull());
      await phase('none');
      return store.getState().report?.notes;
    };
    expect(await add(true)).toContain('The trained heads of 1 experiment came along.');
    const taken = takeHeads.mock.calls[0]?.[0][0];
    expect(taken).toMatchObject({ runId: 'run1', parameters: whole.heads.get('run1')?.parameters });
    expect(taken?.classes.map(({ id, name }) => [id, name])).toEqual([
      ['class-1', dogs?.name],
      [store.getState().collection.classes[1]?.id, cats?.name],
    ]);
    const ours = new Set(store.getState().collection.pictures.map(({ id }) => id));
    expect(taken?.pictureIds.every((id) => ours.has(id))).toBe(true);
    takeHeads.mockResolvedValueOnce(0);
    expect(await add(true)).toContain(
      'The trained heads of 0 of 1 experiment came along; the others stayed in the file: a project keeps the heads of 20 experiments.',
    );
    await add(false);
    expect(takeHeads).toHaveBeenCalledTimes(2);
  });

  it('lets the experiments be once the step cannot be undone any more', async () => {
    const { store, worker, phase } = setUp();
    store.setState({ collection: mine });
    await worker.take([file]);
    await phase('asking');
    worker.answer({
      kind: 'merge',
      destinations: matchedClasses(mine, whole.project.collection),
      keepsTest: true,
      takesLog: true,
    });
    await vi.waitFor(() => expect(store.getState().report).not.toBeNull());
    const { collection: after } = store.getState();
    store.temporal.getState().undo();
    // Another change: there is nothing to do again.
    store.setState({ collection: { ...mine } });
    await Promise.resolve();
    store.setState({ collection: after });
    expect(store.getState().log).toEqual([]);
  });

  it('does not come into another project than the one it was asked about', async () => {
    const { store, worker, pictures, phase } = setUp();
    store.setState({ collection: mine });
    await worker.take([file]);
    await phase('asking');
    store.setState({ project: { id: 'other', name: 'Other' } });
    worker.answer({
      kind: 'merge',
      destinations: matchedClasses(mine, whole.project.collection),
      keepsTest: true,
      takesLog: true,
    });
    await vi.waitFor(() => expect(store.getState().trouble).toContain('another project was opened meanwhile'));
    expect(store.getState()).toMatchObject({ collection: mine, log: [] });
    expect(pictures.png(hashOf(3))).toBeUndefined();
  });

  it('is asked about after the project was saved, not over it', async () => {
    let fail: (error: Error) => void = () => undefined;
    const saving = new Promise<WholeProject>((_, reject) => (fail = reject));
    const { store, worker, phase } = setUp(() => saving);
    store.setState({ collection: mine });
    const saved = worker.save();
    await worker.take([file]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(store.getState().fileWork.phase).toBe('none');
    fail(new Error('no room'));
    await expect(saved).rejects.toThrow('no room');
    await phase('asking');
    worker.answer(null);
    await phase('none');
  });

  it('leaves no picture behind where its opening is cancelled', async () => {
    const { store, worker, adopted, pictures } = setUp();
    await worker.take([file]);
    worker.cancel();
    await vi.waitFor(() => expect(store.getState().trouble).toContain('was cancelled'));
    expect(adopted).toEqual([]);
    for (const hash of whole.pngs.keys()) expect(pictures.png(hash)).toBeUndefined();
  });

  it('waits with its pictures until another import is done', async () => {
    const { store, worker, phase } = setUp();
    store.setState({ collection: mine, importing: { done: 0, total: 2 } });
    await worker.take([file]);
    await phase('asking');
    const destinations = matchedClasses(mine, whole.project.collection);
    worker.answer({ kind: 'merge', destinations, keepsTest: false, takesLog: false });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(store.getState().collection).toBe(mine);
    store.setState({ importing: null });
    await vi.waitFor(() => expect(store.getState().collection).not.toBe(mine));
    expect(store.getState().collection.pictures.some((p) => p.test)).toBe(false);
  });
});
