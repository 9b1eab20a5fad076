import { readFile } from 'node:fs/promises';
import { group } from 'd3-array';
import { afterEach, expect, test, vi } from 'vitest';
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
