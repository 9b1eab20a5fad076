import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import { forgetBase, keepBase, loadBaseFiles, loadKeptBases, type KeptBase } from './bases';

const base = (id: string): KeptBase => ({
  card: { ...bundled, id },
  bytes: 3,
  digest: 'd',
  anatomy: bundledAnatomy,
  own: null,
});

it('bases are kept with their files until they are forgotten', async () => {
  await keepBase(base('one'), new Map([['model.json', new Blob(['{}'])]]));
  await keepBase(base('two'), new Map([['model.json', new Blob(['{"a": 1}'])]]));
  expect((await loadKeptBases()).map(({ card }) => card.id)).toEqual(['one', 'two']);
  const files = await loadBaseFiles('two');
  expect([...(files ?? [])].map(([name]) => name)).toEqual(['model.json']);
  await forgetBase('two');
  expect(await loadKeptBases()).toEqual([base('one')]);
  expect(await loadBaseFiles('two')).toBeNull();
  await forgetBase('one');
});
