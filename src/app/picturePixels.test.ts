// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { PicturePixels } from './picturePixels';

const make = () =>
  new PicturePixels({
    pixelsOf: () => Promise.resolve(new Uint8Array(3)),
    copyOf: () => Promise.resolve(new Uint8Array(3)),
  });

it('gives a picture that is still to come its address when it is there', () => {
  const pictures = make();
  expect(pictures.url('a')).toBe('');
  pictures.keep('a', new Blob(['a']));
  expect(pictures.url('a')).toMatch(/^blob:/);
  expect(pictures.url('a')).toBe(pictures.url('a'));
});

it('lets go of all but those that are wanted, with their addresses', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const pictures = make();
  for (const hash of ['a', 'b']) pictures.keep(hash, new Blob([hash]), Uint8Array.of(1));
  const [a, b] = [pictures.url('a'), pictures.url('b')];
  pictures.keepOnly(new Set(['b']));
  expect(revoke.mock.calls).toEqual([[a]]);
  expect([pictures.png('a'), pictures.url('b')]).toEqual([undefined, b]);
  await expect(pictures.pixels('a')).rejects.toThrow('no longer there');
  expect(await pictures.pixels('b')).toEqual(Uint8Array.of(1));
});
