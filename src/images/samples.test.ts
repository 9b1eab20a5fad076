import { readFile } from 'node:fs/promises';
import { group } from 'd3-array';
import { afterEach, expect, test, vi } from 'vitest';
import { addPicture, emptyCollection, ensureClass } from '../core/collection';
import { placeAll } from '../core/placement';
import { samples } from '../core/samples';
import { countSide, splitCollection } from '../core/split';
import { openArchive } from './archive';
import { fetchSample, loadSampleIndex } from './samples';

const base = 'http://127.0.0.1/lab/';

/** Serves the files that the build made, as a static host would. */
function serveBuilt() {
  vi.stubGlobal('fetch', async (url: URL) => {
    const path = url.pathname.replace('/lab/', 'public/');
    const content = await readFile(path).catch(() => null);
    return content ? new Response(new Uint8Array(content)) : new Response(null, { status: 404 });
  });
}

afterEach(() => vi.unstubAllGlobals());

test('the built-in set is what its line in the index says', async () => {
  serveBuilt();
  const loaded: number[] = [];
  const fetched = await fetchSample(base, 'animals-food-vehicles', { onProgress: (p) => loaded.push(p.loaded) });
  if (!fetched.ok) throw new Error(fetched.reason);
  const { file, sample } = fetched;
  expect(sample).toMatchObject({ pictures: 324, classes: ['Animals', 'Food', 'Vehicles'] });
  expect(sample.licences.map((l) => l.licence)).toEqual(['Apache-2.0', 'MIT']);
  expect(file.size).toBe(sample.bytes);
  expect(loaded.at(-1)).toBe(sample.bytes);

  const opened = await openArchive(file);
  if (!opened.ok) throw new Error(opened.reason);
  const { entries, skipped, manifest } = opened.archive.listing;
  expect(skipped).toEqual([]);
  expect(entries).toHaveLength(324);
  expect(manifest?.classes).toEqual(sample.classes);
  const concepts = group(entries, (entry) => manifest?.groups[entry.path]);
  expect(concepts.size).toBe(162);
  expect([...concepts.values()].every((styles) => styles.length === 2)).toBe(true);
});

test('the index has every set that the page offers, in its order', async () => {
  serveBuilt();
  const index = await loadSampleIndex(base);
  if (!index.ok) throw new Error(index.reason);
  expect(index.samples.map(({ id }) => id)).toEqual(samples.map(({ id }) => id));
  for (const { id, pictures } of index.samples)
    expect(samples.find((s) => s.id === id)?.description).toContain(`${pictures} `);
});

test('the folders of the set in two styles fix its split: 36 things of a kind in one, 18 others in the other', async () => {
  const { entries, manifest } = await listingOf('animals-food-vehicles-styles');
  let collection = emptyCollection;
  for (const [i, { className, side }] of placeAll(entries.map((entry) => entry.path)).entries()) {
    const path = entries[i]?.path ?? '';
    expect(path).toContain(side === 'training' ? '.noto.png' : '.fluent-emoji-flat.png');
    const home = ensureClass(collection, className ?? '');
    if (!home || !side) throw new Error(`${path} has no class or no side.`);
    const group = manifest?.groups[path] ?? '';
    ({ collection } = addPicture(home.collection, home.classId, { hash: path, name: path, group, side }));
  }
  expect(collection.classes.map((c) => c.name)).toEqual(manifest?.classes);
  expect(new Set(collection.pictures.map((p) => p.group)).size).toBe(162);
  const split = splitCollection(collection, 0.5, 1);
  expect(splitCollection(collection, 0.9, 2)).toEqual(split);
  for (const { id } of collection.classes) {
    expect(countSide(collection, split, 'training', id)).toBe(36);
    expect(countSide(collection, split, 'validation', id)).toBe(18);
  }
});

test.each([
  ['counting-dots', ['3 dots', '5 dots', '7 dots']],
  ['odd-or-even', ['Odd', 'Even']],
])('pictures with the same ink stay on one side: %s', async (id, classes) => {
  const { entries, manifest } = await listingOf(id);
  expect(manifest?.classes).toEqual(classes);
  const rounds = group(entries, (entry) => manifest?.groups[entry.path]);
  expect(rounds.size).toBe(54);
  for (const round of rounds.values())
    expect(placeAll(round.map((entry) => entry.path)).map((p) => p.className)).toEqual(classes);
});

async function listingOf(id: string) {
  serveBuilt();
  const fetched = await fetchSample(base, id);
  if (!fetched.ok) throw new Error(fetched.reason);
  const opened = await openArchive(fetched.file);
  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.archive.listing.skipped).toEqual([]);
  return opened.archive.listing;
}

test('what goes wrong is a sentence', async () => {
  serveBuilt();
  expect(await fetchSample(base, 'flowers')).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/no built-in picture set called “flowers”/),
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 404 })));
  expect(await loadSampleIndex(base)).toMatchObject({ ok: false, reason: expect.stringMatching(/HTTP 404/) });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  expect(await loadSampleIndex(base)).toMatchObject({ ok: false, reason: expect.stringMatching(/form/) });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await loadSampleIndex(base)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/could not be fetched/),
  });
});

test('a set that arrives only in part is refused', async () => {
  const index = await readFile('public/samples/index.json', 'utf8');
  vi.stubGlobal('fetch', (url: URL) => Promise.resolve(new Response(url.pathname.endsWith('.json') ? index : 'PK')));
  expect(await fetchSample(base, 'animals-food-vehicles')).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/only in part/),
  });
});
