import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { placeAll } from '../core/placement';
import { collectionOf } from '../core/project/manifestParsing';
import { whole } from '../core/project/project.fixture';
import { openArchive } from './archive';
import type { PreparerPool } from './pool';
import { openProjectFile, readHeads, readPictures, readTraining, type ProjectFile } from './projectReading';
import { writeProject } from './projectZip';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

/** As the images workers do it; a picture's hash is its content. */
const pool: PreparerPool = {
  size: 2,
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

const written = async () => (await writeProject(whole, quiet)).zip;
const fileOf = (zip: Blob) => new File([zip], 'mine.zip');

async function opened(zip: Blob): Promise<ProjectFile> {
  const result = await openProjectFile(fileOf(zip));
  if (!result?.ok) throw new Error(result?.reason ?? 'It is no project.');
  return result.project;
}

/** The same ZIP with entries changed, renamed (to a path) or left out (null). */
async function repacked(zip: Blob, change: (path: string, content: string) => readonly [string, string] | null) {
  const result = await openArchive(zip);
  if (!result.ok) throw new Error(result.reason);
  const { entries, aside = [] } = result.archive.listing;
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, dataDescriptor: false });
  for (const { path, index } of [...aside, ...entries]) {
    const content = await result.archive.read(index);
    if (!content.ok) throw new Error(content.reason);
    if (path.endsWith('.bin'))
      await writer.add(path, new Uint8ArrayReader(new Uint8Array(await content.blob.arrayBuffer())));
    else {
      const next = change(path, await content.blob.text());
      if (next) await writer.add(next[0], new TextReader(next[1]));
    }
  }
  return new Blob([await writer.close()]);
}

const all = new Set(whole.pngs.keys());
const read = (project: ProjectFile) => readPictures(project, all, pool, { ...quiet, onPicture: () => undefined });

describe('a project file', () => {
  it('reads back as the very same project', async () => {
    const project = await opened(await written());
    expect(project.notes).toEqual([]);
    expect(collectionOf(project.manifest)).toEqual(whole.project.collection);
    expect(project.manifest.log).toEqual(whole.log);
    expect(await readHeads(project, quiet.signal)).toEqual({ heads: whole.heads, faults: [] });
    expect(await readTraining(project)).toEqual({ training: whole.training, faults: [] });
    const pictures = new Map<string, string>();
    const progress: number[] = [];
    const { hashes, faults } = await readPictures(project, all, pool, {
      signal: quiet.signal,
      onProgress: ({ done, total }) => progress.push(done / total),
      onPicture: ({ hash, blob }) => void blob.text().then((text) => pictures.set(hash, text)),
    });
    expect(faults).toEqual([]);
    expect(hashes).toEqual(all);
    expect(progress.at(-1)).toBe(1);
    await Promise.resolve();
    for (const [hash, text] of pictures) expect(text).toBe(hash);
  });

  it('is a folder per class to everything else, once its list is gone', async () => {
    const bare = await repacked(await written(), (path, content) =>
      path === 'transfer-lab.json' ? null : [path, content],
    );
    expect(await openProjectFile(fileOf(bare))).toBeNull();
    const result = await openArchive(bare);
    if (!result.ok) throw new Error(result.reason);
    const { entries, skipped } = result.archive.listing;
    expect(skipped).toEqual([]);
    const classes = placeAll(entries.map(({ path }) => path)).map(({ className, side }) => [className, side]);
    expect(new Set(classes.map(([name]) => name))).toEqual(new Set(['Katzen 🐱', 'Dogs']));
    expect(classes.every(([, side]) => side === null)).toBe(true);
  });

  it('stores pictures as they are', async () => {
    const zip = await written();
    const bytes = Buffer.from(await zip.arrayBuffer());
    const [first] = whole.pngs.keys();
    expect(bytes.includes(Buffer.from(first ?? ''))).toBe(true);
    // Stored, with its size in front: readers that stream need no descriptor behind it.
    const at = bytes.indexOf(Buffer.from('Dogs/0001-2.png')) - 30;
    expect([bytes.readUInt16LE(at + 6) & 8, bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)]).toEqual([
      0, 0, 64,
    ]);
  });

  it('opens when it was packed anew inside a folder', async () => {
    const project = await opened(await repacked(await written(), (path, content) => [`My work/${path}`, content]));
    expect((await read(project)).faults).toEqual([]);
  });

  it('names pictures that are missing or changed, and reads the rest', async () => {
    const project = await opened(
      await repacked(await written(), (path, content) => {
        if (path === 'Dogs/0001-2.png') return null;
        return [path, path === 'Dogs/0002-3.png' ? 'another picture' : content];
      }),
    );
    const { hashes, faults } = await read(project);
    expect(hashes.size).toBe(all.size - 2);
    expect(faults).toEqual([
      { path: 'Dogs/0001-2.png', reason: 'It is named in the list, but is not in the ZIP.' },
      { path: 'Dogs/0002-3.png', reason: expect.stringContaining('its pixels were changed') },
    ]);
  });

  it('leaves a damaged experiment out of the log, by its file', async () => {
    const project = await opened(
      await repacked(await written(), (path, content) => {
        if (path === 'transfer-lab/log/run2.json') return null;
        return [
          path,
          path === 'transfer-lab/log/run1.json' ? content.replace('"epochsDone": 2', '"epochsDone": 2.5') : content,
        ];
      }),
    );
    expect(project.manifest.log).toEqual([]);
    expect(project.notes).toEqual([
      expect.stringMatching(/^transfer-lab\/log\/run1\.json is damaged: “epochsDone” is 2\.5/),
      'transfer-lab/log/run2.json cannot be read. It is not in the ZIP. That experiment was left out of the log.',
    ]);
  });

  it('tells of damaged heads, and is opened without them', async () => {
    const project = await opened(
      await repacked(await written(), (path, content) => [
        path,
        path === 'transfer-lab/heads/run1.json' ? content.replace('"epoch": 7', '"epoch": "x"') : content,
      ]),
    );
    const { heads, faults } = await readHeads(project, quiet.signal);
    expect(heads.size).toBe(0);
    expect(faults).toEqual([
      { path: 'transfer-lab/heads/run1.bin', reason: expect.stringContaining('“epoch” is "x"') },
    ]);
  });

  it('is refused by a sentence where its list is damaged, and is no project where it is cut off', async () => {
    const zip = await written();
    const broken = await repacked(zip, (path, content) => [path, path === 'transfer-lab.json' ? '{' : content]);
    expect(await openProjectFile(fileOf(broken))).toMatchObject({ ok: false, reason: expect.stringContaining('JSON') });
    expect(await openProjectFile(fileOf(zip.slice(0, Math.floor(zip.size / 2))))).toBeNull();
  });

  it('tells what could not be saved', async () => {
    const pngs = new Map([...whole.pngs].slice(1));
    const { zip, notes } = await writeProject({ ...whole, pngs }, quiet);
    expect(notes).toEqual([expect.stringContaining('2 of its pictures could not be read any more')]);
    expect((await opened(zip)).manifest.pictures).toHaveLength(3);
  });

  it('gives up its heads once it is cancelled', async () => {
    const project = await opened(await written());
    await expect(readHeads(project, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is not written on once it is cancelled', async () => {
    const controller = new AbortController();
    const writing = writeProject(whole, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  });
});
