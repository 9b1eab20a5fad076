import { expect, test } from 'vitest';
import type { ArchiveListing } from './archive';
import { importPictures, type ImportedPicture, type SkippedFile } from './import';
import type { PictureSource, PreparerPool } from './pool';
import { unreadable } from './unreadable';

/** A pool that takes every picture but those named `bad`, and finds this in every ZIP. */
function fakePool(listing: ArchiveListing = { entries: [], skipped: [], manifest: null }) {
  const started: string[] = [];
  const pool: PreparerPool = {
    size: 2,
    async prepare(source: PictureSource) {
      started.push(source.name);
      // Later ones are done first, so that order cannot come from luck.
      await new Promise((resolve) => setTimeout(resolve, 10 - (started.length % 10)));
      if (source.name.includes('bad')) return { ok: false, reason: 'It is bad.' };
      return { ok: true, picture: { blob: new Blob(), pixels: new Uint8Array(3), hash: source.name } };
    },
    prepareFrame: () => Promise.resolve({ ok: false, reason: 'There is no camera here.' }),
    list: () => Promise.resolve({ ok: true, listing }),
    pixelsOf: () => Promise.resolve(new Uint8Array(3)),
    copyOf: () => Promise.reject(new Error('not used')),
    dispose: () => undefined,
  };
  return { pool, started };
}

/** A file as a folder input gives it. */
function fileAt(path: string, content = 'x'): File {
  const file = new File([content], path.split('/').at(-1) ?? path);
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

const zip = () => new File(['PK\x03\x04'], 'pets.zip');

async function all(results: AsyncIterable<ImportedPicture | SkippedFile>) {
  const list: (ImportedPicture | SkippedFile)[] = [];
  for await (const result of results) list.push(result);
  return list;
}

test('in natural order of the paths, with class and side, whatever is done first', async () => {
  const files = ['set/train/cats/10.jpg', 'set/train/cats/2.jpg', 'set/val/bad.jpg', 'set/.DS_Store'].map((path) =>
    fileAt(path),
  );
  const progress: number[] = [];
  const { pool } = fakePool();
  const results = await all(importPictures(files, pool, { onProgress: ({ done }) => progress.push(done) }));
  expect(results).toMatchObject([
    { ok: true, path: 'set/train/cats/2.jpg', name: '2.jpg', className: 'cats', side: 'training' },
    { ok: true, path: 'set/train/cats/10.jpg' },
    { ok: false, path: 'set/val/bad.jpg', reason: 'It is bad.' },
  ]);
  expect(progress).toEqual([0, 1, 2, 3]);
});

test('a dropped file tells its path in another way', async () => {
  const file = Object.assign(new File(['x'], '1.jpg'), { path: '/cats/1.jpg' });
  const [result] = await all(importPictures([file], fakePool().pool));
  expect(result).toMatchObject({ path: 'cats/1.jpg', className: 'cats' });
});

test("a ZIP's manifest gives the order of the classes and the groups", async () => {
  const { pool } = fakePool({
    entries: ['cats/1.png', 'dogs/1.png', 'birds/1.png'].map((path, index) => ({ path, index })),
    skipped: [{ path: '../x', reason: 'Outside.' }],
    manifest: {
      schema: 'transfer-lab/pictures@1',
      title: 'Pets',
      classes: ['dogs', 'cats'],
      groups: { 'dogs/1.png': 'rex' },
    },
  });
  const results = await all(importPictures([zip()], pool));
  expect(results).toMatchObject([
    { ok: false, path: 'pets.zip/../x' },
    { path: 'pets.zip/dogs/1.png', className: 'dogs', group: 'rex' },
    { path: 'pets.zip/cats/1.png', className: 'cats' },
    { path: 'pets.zip/birds/1.png', className: 'birds' },
  ]);
  expect(results[2]).not.toHaveProperty('group');
});

test('an empty ZIP is a sentence; a file that is only called a ZIP is read as what it is', async () => {
  const { pool, started } = fakePool();
  expect(await all(importPictures([zip()], pool))).toMatchObject([{ ok: false, path: 'pets.zip' }]);
  await all(importPictures([new File(['\xff\xd8\xff'], 'photo.zip')], pool));
  expect(started).toEqual(['photo.zip']);
});

test('duplicates take no room: whether the collection is full is for the consumer to say', async () => {
  const files = Array.from({ length: 2010 }, (_, i) => fileAt(i < 20 ? `${i}/same.jpg` : `${i}.jpg`));
  const results = await all(importPictures(files, { ...fakePool().pool, prepare: instantly }));
  expect(results.filter(({ ok }) => ok)).toHaveLength(2010);
});

const instantly: PreparerPool['prepare'] = ({ name }) =>
  Promise.resolve({ ok: true, picture: { blob: new Blob(), pixels: new Uint8Array(3), hash: name } });

test('a ZIP that is no longer there is one sentence, and the rest comes in', async () => {
  const gone = new File(['PK'], 'gone.zip');
  gone.slice = () => {
    const part = new Blob();
    part.arrayBuffer = () => Promise.reject(new DOMException('It is gone.', 'NotReadableError'));
    return part;
  };
  const { pool } = fakePool();
  const prepare: PreparerPool['prepare'] = (source) =>
    source.name === 'gone.zip' ? Promise.resolve({ ok: false, reason: unreadable }) : pool.prepare(source);
  const results = await all(importPictures([gone, fileAt('x.jpg')], { ...pool, prepare }));
  expect(results).toMatchObject([
    { path: 'gone.zip', reason: unreadable },
    { path: 'x.jpg', ok: true },
  ]);
});

test('reads only a little ahead, and stops when the consumer leaves or aborts', async () => {
  const files = Array.from({ length: 50 }, (_, i) => fileAt(`${i}.jpg`));
  const { pool, started } = fakePool();
  let first = 0;
  for await (const _ of importPictures(files, pool)) {
    if (++first === 3) break;
  }
  expect(started.length).toBeLessThanOrEqual(3 + 2 * pool.size);

  const controller = new AbortController();
  const seen: unknown[] = [];
  for await (const result of importPictures(files, pool, { signal: controller.signal })) {
    seen.push(result);
    controller.abort();
  }
  expect(seen).toHaveLength(1);
  expect(await all(importPictures(files, pool, { signal: controller.signal }))).toEqual([]);
});
