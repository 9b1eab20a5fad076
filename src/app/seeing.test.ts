import { describe, expect, it, vi } from 'vitest';
import { featuresAt, featureWidth, tapFor } from '../core/base';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import { featureRecord } from '../core/featureRecord';
import { parseLink } from '../core/link';
import type { BaseClient } from '../worker/baseClient';
import type { TappedFeatures } from './presentFeatures';
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
  const tapped = vi.fn<Parameters<typeof createSeeing>[0]['features']['tapped']>(() => null);
  const seeing = createSeeing({
    store,
    base: { extract },
    starter: {
      start: async () => ({ anatomy: bundledAnatomy, digest: '' }),
    },
    shelf: { card: (id) => (id === bundled.id ? bundled : null) },
    features: { tapped },
  });
  return { store, seeing, extract, tapped };
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

  describe('knows the collection’s pictures', () => {
    const tap = tapFor(bundledAnatomy, cutOf(record));
    const all = Float32Array.from({ length: featureWidth(bundledAnatomy, tap) }, (_, i) => i);
    const there: TappedFeatures = {
      card: bundled,
      anatomy: bundledAnatomy,
      revision,
      tap,
      tapped: new Map([['a', all]]),
    };

    it('by the blocks of these heads, cut out once', () => {
      const { seeing, tapped } = make();
      expect(seeing.known(record)).toBeNull();
      tapped.mockReturnValue(there);
      const known = seeing.known(record);
      expect(known?.get('a')).toEqual(featuresAt(bundledAnatomy, tap, cutOf(record), all));
      expect([known?.has('a'), known?.has('b'), known?.get('b')]).toEqual([true, false, undefined]);
      // Others may have come: what was cut out is the same array.
      tapped.mockReturnValue({ ...there, tapped: new Map([['a', all]]) });
      expect(seeing.known(record)?.get('a')).toBe(known?.get('a'));
      const other = featureRecord(bundled, bundledAnatomy, { blocks: [3], pooling: 'average' }, revision);
      expect(seeing.known(other)?.get('a')).toEqual(featuresAt(bundledAnatomy, tap, cutOf(other), all));
    });

    it('flattened as they were taken, without a copy', () => {
      const { seeing, tapped } = make();
      const cut = { blocks: [15], pooling: 'flatten' } as const;
      const flat = featureRecord(bundled, bundledAnatomy, cut, revision);
      const taken = new Float32Array(flat.features);
      tapped.mockReturnValue({ ...there, tap: cut, tapped: new Map([['a', taken]]) });
      expect(seeing.known(flat)?.get('a')).toBe(taken);
      const elsewhere = featureRecord(bundled, bundledAnatomy, { ...cut, blocks: [14] }, revision);
      expect(seeing.known(elsewhere)).toBeNull();
    });

    it('not by another base, even one of fewer blocks, other files or another pooling', () => {
      const { seeing, tapped } = make();
      const [first] = bundledAnatomy.blocks;
      const small = { ...bundledAnatomy, blocks: [first] } as const;
      const others: readonly TappedFeatures[] = [
        { ...there, card: { ...bundled, id: 'own' }, anatomy: small, tap: { blocks: [0], pooling: 'average' } },
        { ...there, anatomy: small, tap: { blocks: [0], pooling: 'average' } },
        { ...there, revision: 'another' },
        { ...there, tap: { ...tap, pooling: 'max' } },
      ];
      for (const other of others) {
        tapped.mockReturnValue(other);
        expect(seeing.known(record)).toBeNull();
      }
      tapped.mockReturnValue(there);
      expect(seeing.known({ ...record, blocks: [] })).toBeNull();
    });
  });
});
