import { expect, test } from 'vitest';
import { inspect, sizeFault } from './inspect';

/** The first bytes of a PNG: signature and header chunk. */
function pngHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

test('an empty file and one that is too big are refused before they are read', async () => {
  expect(await inspect(new Blob([]), 'cat.jpg')).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/empty/),
  });
  const big = new Blob([pngHead(100, 100), new Uint8Array(50e6)]);
  expect(await inspect(big, 'cat.png')).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/50\.0 MB; at most 50 MB/),
  });
});

test('the header tells the size', async () => {
  expect(await inspect(new Blob([pngHead(20_000, 300)]), 'wide.png')).toEqual({
    kind: 'picture',
    format: { name: 'PNG' },
  });
  expect(await inspect(new Blob([pngHead(20_000, 20_000)]), 'huge.png')).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/20,000 x 20,000 pixels/),
  });
  expect(await inspect(new Blob([pngHead(300, 7)]), 'thin.png')).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/only 300 x 7 pixels/),
  });
});

test('a header that is cut off is left to the decoder', async () => {
  const cut = new Blob([pngHead(100, 100).slice(0, 12)]);
  expect(await inspect(cut, 'cut.png')).toMatchObject({ kind: 'picture' });
});

test('a size within the limits has no fault', () => {
  expect(sizeFault(10_000, 10_000)).toBeNull();
  expect(sizeFault(8, 8)).toBeNull();
});
