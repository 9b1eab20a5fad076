import { describe, expect, it, vi } from 'vitest';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import { featureRecord } from '../core/featureRecord';
import { parseLink } from '../core/link';
import type { BaseClient } from '../worker/baseClient';
import { revisionOf } from './shelf';
import { createSeeing, cutOf } from './seeing';
import { createStore } from './store';

const revision = revisionOf(bundled.id, '');
const record = featureRecord(bundled, bundledAnatomy, { blocks: [14, 15], pooling: 'average' }, revision);
const widths = [14, 15].map((at) => bundledAnatomy.blocks[at]?.channels ?? 0);
const D = widths.reduce((a, b) => a + b, 0);

function make({ base: chosen = bundled.id } = {}) {
  const store = createStore(parseLink(''));
  store.setState((s) => ({ settings: { ...s.settings, base: chosen } }));
  const extract = vi.fn<BaseClient['extract']>(async (_, count, { blocks, pooling }) => {
    const size = blocks.reduce((sum, at) => {
      const { channels, side } = bundledAnatomy.blocks[at] ?? { channels: 0, side: 0 };
      return sum + (pooling === 'flatten' ? channels * side * side : channels);
    }, 0);
    return { values: Float32Array.from({ length: count * size }, (_, i) => i), engine: 'wasm' };
  });
  const source = vi.fn<Parameters<typeof createSeeing>[0]['features']['source']>(() => null);
  const seeing = createSeeing({
    store,
    base: { extract },
    starter: {
      start: async () => ({ anatomy: bundledAnatomy, digest: '' }),
    },
    shelf: { card: (id) => (id === bundled.id ? bundled : null) },
    features: { source },
  });
  return { store, seeing, extract, source };
}

describe('seeing as earlier heads do', () => {
  it('takes the features of their own cut', async () => {
    const { seeing, extract } = make();
    const pixels = new Uint8Array(2 * 224 * 224 * 3);
    expect(await seeing.features(pixels, 2, record)).toHaveLength(2 * D);
    expect(extract).toHaveBeenCalledWith(pixels, 2, { blocks: [14, 15], pooling: 'average' });
  });

  it('takes each block’s maps apart', async () => {
    const { seeing } = make();
    const [first, second] = await seeing.maps(new Uint8Array(224 * 224 * 3), record);
    if (!first || !second) throw new Error('There are two blocks.');
    expect([first.channels, second.channels]).toEqual(widths);
    expect(first.values).toHaveLength(first.side ** 2 * first.channels);
    expect(second.values[0]).toBe(first.values.length);
  });

  it('says which base is wanted where another is chosen, or its files are others', async () => {
    const other = make({ base: 'hub-v1-0.25' });
    await expect(other.seeing.features(new Uint8Array(), 1, record)).rejects.toThrow(
      `trained on the base “${bundled.title}”`,
    );
    await expect(make().seeing.features(new Uint8Array(), 1, { ...record, revision: 'human-older' })).rejects.toThrow(
      'have changed since these heads were trained',
    );
  });

  it('knows the collection’s pictures only as these heads saw them', () => {
    const { store, seeing, source } = make();
    expect(seeing.known(record)).toBeNull();
    const features = new Map([['a', new Float32Array(D)]]);
    const found = {
      card: bundled,
      anatomy: bundledAnatomy,
      cut: cutOf(record),
      revision,
      report: { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 },
      augmentation: { copies: 0, rotation: 0, of: new Set<string>() },
      features,
    } as const;
    source.mockReturnValue(found);
    expect(seeing.known(record)).toBe(features);
    expect(source).toHaveBeenCalledWith({ blocks: [14, 15], pooling: 'average' });
    source.mockReturnValue({ ...found, revision: 'another' });
    expect(seeing.known(record)).toBeNull();
    source.mockReturnValue({ ...found, features: new Map([['a', new Float32Array(D - 1)]]) });
    expect(seeing.known(record)).toBeNull();
    source.mockReturnValue(found);
    store.setState((s) => ({ settings: { ...s.settings, pooling: 'max' } }));
    expect(seeing.known(record)).toBeNull();
  });
});
