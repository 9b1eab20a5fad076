import { expect, it } from 'vitest';
import { parseLink } from '../core/link';
import type { PreparerPool } from '../images/pool';
import { createImporter } from './importing';
import { PicturePixels } from './picturePixels';
import { createStore } from './store';

const refuse = () => Promise.reject(new Error('Not used here.'));
const pool: PreparerPool = {
  size: 2,
  prepare: (source) =>
    Promise.resolve({
      ok: true,
      picture: { blob: new Blob([source.name]), pixels: new Uint8Array(3), hash: source.name.padEnd(20, '-') },
    }),
  prepareFrame: refuse,
  list: refuse,
  pixelsOf: refuse,
  copyOf: refuse,
  dispose: () => undefined,
};

it('keeps the frames of a recording in one group, and other pictures each in its own', async () => {
  const store = createStore(parseLink(''));
  store.setState({ collection: { classes: [{ id: 'c', name: 'cats', style: 0 }], pictures: [] } });
  const importer = createImporter(store, pool, new PicturePixels(pool), () => undefined);
  const files = (...names: readonly string[]) => names.map((name) => new File([name], name, { type: 'image/png' }));
  await importer.add(files('a1.png', 'a2.png'), 'c', 'recording-x');
  await importer.add(files('b1.png', 'b2.png'), 'c');
  const groups = store.getState().collection.pictures.map((p) => p.group);
  expect(groups.slice(0, 2)).toEqual(['recording-x', 'recording-x']);
  expect(new Set(groups).size).toBe(3);
});
