import { expect, it } from 'vitest';
import { isWholePng } from './wholePng';

/** The smallest there is: one grey pixel. */
const bytes = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

it('a PNG is whole from its first to its last byte', async () => {
  expect(await isWholePng(new Blob([bytes]))).toBe(true);
  expect(await isWholePng(new Blob([bytes.slice(0, -3)]))).toBe(false);
  expect(await isWholePng(new Blob([bytes.slice(1)]))).toBe(false);
  expect(await isWholePng(new Blob([]))).toBe(false);
  const lost = new Blob([bytes]);
  lost.slice = () => {
    throw new DOMException('The requested file could not be read', 'NotReadableError');
  };
  expect(await isWholePng(lost)).toBe(false);
});
