import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { openArchive } from './archive';
import { importPictures, type ImportedPicture, type SkippedFile } from './import';
import type { PreparerPool } from './pool';
import { labelOfZip } from './teachable';
import { withInnerZips } from './teachableArchive';

type Entry = readonly [path: string, content: string | Uint8Array<ArrayBuffer>];

async function zipOf(entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, dataDescriptor: false, level: 0 });
  for (const [path, content] of entries)
    await writer.add(path, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  return writer.close();
}

const manifest = (type: string) =>
  `{"type":"${type}","version":"2.4.7","appdata":{"publishResults":{},"trainEpochs":50,"trainBatchSize":16,"trainLearningRate":0.001}}`;

/** As the images workers do it; a picture's hash is its content. */
const pool: PreparerPool = {
  size: 1,
  async prepare(source) {
    if (!('zip' in source)) return { ok: false, reason: 'It is no ZIP.' };
    const opened = await openArchive(source.zip);
    const archive = opened.ok ? await withInnerZips(opened.archive) : null;
    const entry = await archive?.read(source.index);
    if (!entry?.ok) return { ok: false, reason: 'It cannot be read.' };
    return { ok: true, picture: { blob: entry.blob, pixels: new Uint8Array(3), hash: await entry.blob.text() } };
  },
  async list(zip) {
    const opened = await openArchive(zip);
    return opened.ok ? { ok: true, listing: (await withInnerZips(opened.archive)).listing } : opened;
  },
  prepareFrame: () => Promise.resolve({ ok: false, reason: 'There is no camera here.' }),
  pixelsOf: () => Promise.resolve(new Uint8Array(3)),
  copyOf: () => Promise.resolve(new Uint8Array(3)),
  dispose: () => undefined,
};

async function imported(entries: readonly Entry[], name = 'project.tm') {
  const results: (ImportedPicture | SkippedFile)[] = [];
  for await (const result of importPictures([new File([await zipOf(entries)], name)], pool)) results.push(result);
  return results;
}

const labels = (results: readonly (ImportedPicture | SkippedFile)[]) =>
  results.map((r) => (r.ok ? [r.className, r.hash] : [r.path, r.reason]));

describe('a Teachable Machine project', () => {
  it('has its labels in the names of the pictures, and its classes in their order', async () => {
    const results = await imported([
      ['manifest.json', manifest('image')],
      ['Zebra-!-0.jpg', 'z0'],
      ['Zebra-!-1.jpg', 'z1'],
      ['Ape-!-0.jpg', 'a0'],
      ['in/out-!-0.jpg', 'i0'],
      ['odd-!-name-!-0.jpg', 'o0'],
      ['train-!-0.jpg', 't0'],
    ]);
    expect(labels(results)).toEqual([
      ['Zebra', 'z0'],
      ['Zebra', 'z1'],
      ['Ape', 'a0'],
      ['in/out', 'i0'],
      ['odd-!-name', 'o0'],
      ['train', 't0'],
    ]);
  });

  it('opens packed anew in a folder, and without its manifest', async () => {
    const packed = await imported([
      ['my project/manifest.json', manifest('image')],
      ['my project/Class 1-!-0.jpg', '1'],
      ['my project/Class 2-!-0.jpg', '2'],
    ]);
    expect(labels(packed)).toEqual([
      ['Class 1', '1'],
      ['Class 2', '2'],
    ]);
    const bare = await imported([
      ['Class 1-!-0.jpg', '1'],
      ['Class 2-!-0.jpg', '2'],
    ]);
    expect(labels(bare)).toEqual(labels(packed));
  });

  it('is read by its folders where the names tell nothing', async () => {
    const results = await imported([
      ['manifest.json', manifest('image')],
      ['Class 1/0.jpg', '1'],
      ['Class 2/0.jpg', '2'],
    ]);
    expect(labels(results)).toEqual([
      ['Class 1', '1'],
      ['Class 2', '2'],
    ]);
  });

  it('may hold a ZIP per class, opened one level deep', async () => {
    const deeper = await zipOf([['x.jpg', 'x']]);
    const first = await zipOf([
      ['0.jpg', '10'],
      ['1.jpg', '11'],
      ['more.zip', deeper],
    ]);
    const second = await zipOf([['0.jpg', '20']]);
    const results = await imported([
      ['manifest.json', manifest('image')],
      ['Class 1-!-0.zip', first],
      ['Class 2-samples.zip', second],
      ['broken.zip', 'PK'],
    ]);
    expect(labels(results)).toEqual([
      ['project.tm/Class 1-!-0.zip/more.zip', expect.stringContaining('an archive inside the ZIP')],
      ['project.tm/broken.zip', expect.stringContaining('damaged')],
      ['Class 1', '10'],
      ['Class 1', '11'],
      ['Class 2', '20'],
    ]);
    expect(labelOfZip('Class 1-samples (2).zip', '')).toBe('Class 1');
  });

  it.each([
    ['audio', 'project of sounds'],
    ['pose', 'project of body poses'],
    ['smell', 'project of the kind “smell”'],
  ])('of the kind %s is refused by what it is', async (type, words) => {
    const results = await imported([
      ['manifest.json', manifest(type)],
      ['one-!-0.zip', await zipOf([['samples.json', '[]']])],
    ]);
    expect(labels(results)).toEqual([['project.tm', expect.stringContaining(words)]]);
  });

  it('is not any ZIP with a manifest.json', async () => {
    const results = await imported([
      ['manifest.json', '{"type":"module"}'],
      ['cats-!-0/1.jpg', '1'],
      ['dogs/2.jpg', '2'],
    ]);
    expect(labels(results)).toEqual([
      ['project.tm/manifest.json', expect.stringContaining('ignored')],
      ['cats-!-0', '1'],
      ['dogs', '2'],
    ]);
  });
});
