// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
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

function setUp() {
  const store = createStore(parseLink(''));
  const adopted: WholeProject[] = [];
  const pictures = new PicturePixels(pool);
  const worker = createFileWorker({
    store,
    pool,
    pictures,
    projects: {
      whole: () => Promise.resolve(whole),
      adopt: (one) => {
        adopted.push(one);
        return Promise.resolve();
      },
    },
    onPictures: () => undefined,
  });
  const phase = (wanted: FileWork['phase']) => vi.waitFor(() => expect(store.getState().fileWork.phase).toBe(wanted));
  return { store, worker, adopted, pictures, phase };
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
    const { store, worker, adopted, pictures } = setUp();
    const picked = new File(['x'], 'a.png');
    expect(await worker.take([file, picked])).toEqual({ rest: [picked], damaged: [] });
    await vi.waitFor(() => expect(store.getState().report?.added).toBe(5));
    expect(adopted).toHaveLength(1);
    expect(adopted[0]?.project).toEqual(whole.project);
    expect(adopted[0]?.log).toEqual(whole.log);
    expect(adopted[0]?.heads).toEqual(whole.heads);
    expect(await pictures.png(hashOf(1))?.text()).toBe(hashOf(1));
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
    expect(after.log.map(({ note }) => note)).toEqual(['From “Cats: and dogs?”. My note', 'From “Cats: and dogs?”.']);
    expect(after.undoable).toBe('4 pictures of “Cats: and dogs?” added.');
    store.temporal.getState().undo();
    expect(store.getState()).toMatchObject({ collection: mine, log: [] });
    store.temporal.getState().redo();
    expect(store.getState().collection).toBe(after.collection);
    expect(store.getState().log).toEqual(after.log);
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
