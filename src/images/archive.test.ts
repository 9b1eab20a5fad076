import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { openArchive, safePath } from './archive';
import { unreadable } from './unreadable';

type Entry = readonly [path: string, content: string | Uint8Array];

async function zipOf(entries: readonly Entry[], password?: string): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    dataDescriptor: false,
    ...(password ? { password } : {}),
  });
  for (const [path, content] of entries) {
    await writer.add(path, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  }
  return writer.close();
}

async function opened(bytes: Uint8Array<ArrayBuffer>) {
  const result = await openArchive(new Blob([bytes]));
  if (!result.ok) throw new Error(result.reason);
  return result.archive;
}

/** The same ZIP, claiming another inflated size for every entry. */
function declaring(zip: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.slice().buffer);
  for (let at = 0; at + 28 < view.byteLength; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return new Uint8Array(view.buffer);
}

test('a ZIP that was moved after it was chosen is said to be that, not damaged', async () => {
  const zip = new Blob([await zipOf([['1.png', 'first']])]);
  zip.slice = () => {
    throw new DOMException('It is gone.', 'NotReadableError');
  };
  expect(await openArchive(zip)).toEqual({ ok: false, reason: unreadable });
});

test('lists what may be a picture, passes over junk, and reads it when asked', async () => {
  const archive = await opened(
    await zipOf([
      ['__MACOSX/cats/._1.png', 'junk'],
      ['cats/.DS_Store', 'junk'],
      ['cats\\1.png', 'first'],
      ['Kätzchen 🐱/2.png', 'second'],
    ]),
  );
  expect(archive.listing).toMatchObject({ skipped: [], manifest: null });
  expect(archive.listing.entries.map((e) => e.path)).toEqual(['cats/1.png', 'Kätzchen 🐱/2.png']);
  const content = await archive.read(archive.listing.entries[1]?.index ?? -1);
  expect(content.ok && (await content.blob.text())).toBe('second');
});

test('a manifest is read; another manifest.json is skipped with a reason', async () => {
  const manifest = {
    schema: 'transfer-lab/pictures@1',
    title: 'Pets',
    classes: ['dogs', 'cats'],
    groups: { 'cats/1.png': 'tom' },
    licences: [],
  };
  const own = await opened(await zipOf([['manifest.json', JSON.stringify(manifest)]]));
  expect(own.listing.manifest).toMatchObject({ classes: ['dogs', 'cats'], groups: { 'cats/1.png': 'tom' } });
  const other = await opened(await zipOf([['manifest.json', '{"name":"an app"}']]));
  expect(other.listing.manifest).toBeNull();
  expect(other.listing.skipped).toMatchObject([{ path: 'manifest.json' }]);
});

test('names that lead outside are refused', async () => {
  expect(safePath('a/./b//c.png')).toBe('a/b/c.png');
  expect(safePath('a\\b.png')).toBe('a/b.png');
  expect(safePath('a/..b/c.png')).toBe('a/..b/c.png');
  for (const name of ['../x.png', 'a/../../x.png', '/x.png', '\\x.png', 'C:\\x.png', 'c:x.png']) {
    expect(safePath(name)).toBeNull();
  }
  const { listing } = await opened(await zipOf([['../../x.png', 'x']]));
  expect(listing.entries).toEqual([]);
  expect(listing.skipped).toMatchObject([{ path: '../../x.png' }]);
});

test('encrypted entries and nested archives are refused', async () => {
  const secret = await opened(await zipOf([['1.png', 'x']], 'password'));
  expect(secret.listing.skipped[0]?.reason).toMatch(/password/);
  const nested = await opened(await zipOf([['more.zip', 'x']]));
  expect(nested.listing.skipped[0]?.reason).toMatch(/archive inside/);
});

test('bombs are refused by what they declare, and stopped where they lie', async () => {
  const zeros = await zipOf([['1.png', new Uint8Array(12e6)]]);
  expect((await opened(zeros)).listing.skipped[0]?.reason).toMatch(/12 MB: too much/);
  const lying = await opened(declaring(zeros, 1000));
  expect(await lying.read(0)).toMatchObject({ ok: false, reason: expect.stringMatching(/damaged/) });
  const many = await zipOf(Array.from({ length: 30 }, (_, i) => [`${i}.png`, 'x'] as const));
  expect(await openArchive(new Blob([declaring(many, 49e6)]))).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/1\.5 GB; at most 1 GB/),
  });
});

test('a ZIP that is cut off cannot be opened, and damaged content cannot be read', async () => {
  const zip = await zipOf([['1.png', 'some content, some content, some content']]);
  expect(await openArchive(new Blob([zip.slice(0, 60)]))).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/damaged or cut off/),
  });
  const flipped = zip.slice();
  flipped[50] = 255 - (flipped[50] ?? 0);
  expect(await (await opened(flipped)).read(0)).toMatchObject({ ok: false });
});
