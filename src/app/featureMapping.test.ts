import { describe, expect, it } from 'vitest';
import { noCopies } from '../core/augmentation';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import { parseLink } from '../core/link';
import type { FeatureMapState } from '../core/why/featureMap';
import { deferred } from '../worker/deferred';
import type { MapClient } from '../worker/mapClient';
import { createMapService } from '../worker/mapService';
import type { FeatureKeeper } from './extracting';
import { createFeatureMapper, drawsTheSame } from './featureMapping';
import { createStore } from './store';

/** Six pictures of two classes in turn, in three groups; one content stands in both. */
const collection = {
  classes: ['a', 'b'].map((id, style) => ({ id, name: id, style })),
  pictures: Array.from({ length: 6 }, (_, i) => ({
    id: `p${5 - i}`,
    hash: i === 5 ? 'h0' : `h${i}`,
    name: `n${i}`,
    classId: 'ab'.charAt(i % 2),
    group: `g${Math.floor(i / 2)}`,
    pin: null,
  })),
};

/** A picture's features are its number, at every depth. */
const source: FeatureKeeper['source'] = (cut = { blocks: [15], pooling: 'average' }) => ({
  card: bundled,
  anatomy: bundledAnatomy,
  cut,
  revision: 'r',
  report: { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 },
  augmentation: noCopies,
  features: new Map(collection.pictures.map(({ hash }, i) => [hash, Float32Array.of(i, i * i)])),
});

/** @param changes of what the worker's client does. */
function made(changes: Partial<MapClient> = {}, features: Pick<FeatureKeeper, 'source'> = { source }) {
  const store = createStore(parseLink(''));
  store.setState({ collection });
  let closed = 0;
  const map: MapClient = { ...createMapService(), close: () => void closed++, ...changes };
  const pictures = { pixels: () => Promise.resolve(new Uint8Array(16 * 16 * 3).fill(9)) };
  const told: FeatureMapState[] = [];
  store.subscribe((now, before) => {
    if (now.featureMap !== before.featureMap) told.push(now.featureMap);
  });
  const mapper = createFeatureMapper({ store, map, features, pictures });
  return { store, mapper, told, state: () => store.getState().featureMap, closed: () => closed };
}

const drawnOf = (state: FeatureMapState) => {
  if (state.phase !== 'ready') throw new Error(`It is ${state.phase}.`);
  return state;
};

describe('drawing the map', () => {
  it('works out raw pixels and three cuts, pictures in the order of their ids', async () => {
    const { mapper, told, state } = made();
    await mapper.start();
    const { map, projection, umap } = drawnOf(state());
    expect([projection, umap.phase]).toEqual(['pca', 'none']);
    expect(map.pictureIds).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
    expect([...map.labels]).toEqual([1, 0, 1, 0, 1, 0]);
    expect([...map.groups]).toEqual([0, 0, 1, 1, 2, 2]);
    expect(map.views.map(({ dimension }) => dimension)).toEqual([768, 2, 2, 2]);
    expect(map.views.map((v) => (v.source.kind === 'pixels' ? -1 : v.source.cut.blocks[0]))).toEqual([-1, 2, 7, 15]);
    // All raw pixels are alike: nothing varies.
    expect(map.views[0]?.explained).toEqual([0, 0]);
    expect(map.views[3]?.explained[0]).toBeGreaterThan(0.8);
    expect(told.map((s) => s.phase).slice(0, -1)).not.toContain('ready');
    expect(told[0]).toEqual({ phase: 'working', task: 'pixels', done: 0, total: 6 });
    expect(told.filter((s) => s.phase === 'working' && s.task === 'views')).toHaveLength(4);
  });

  it('fails with a sentence while features are missing, or when the worker does', async () => {
    const missing = made({}, { source: () => null });
    await missing.mapper.start();
    expect(missing.state()).toMatchObject({ phase: 'failed', reason: expect.stringContaining('not all there yet') });
    const broken = made({ view: () => Promise.reject(new Error('It crashed.')) });
    await broken.mapper.start();
    expect(broken.state()).toEqual({ phase: 'failed', reason: 'It crashed.' });
  });

  it('is put away by a cancel, whatever comes after', async () => {
    const late = deferred<null>();
    let asked = 0;
    const view = () => {
      asked++;
      return late.promise;
    };
    const { mapper, state, closed } = made({ view });
    const drawing = mapper.start();
    while (asked === 0) await new Promise((r) => setTimeout(r, 1));
    mapper.cancel();
    expect(state()).toEqual({ phase: 'none' });
    expect(closed()).toBe(1);
    late.reject(new Error('The map was put away.'));
    await drawing;
    expect(state()).toEqual({ phase: 'none' });
  });

  it('is that of other settings only where these change the features', () => {
    const { settings } = createStore(parseLink('')).getState();
    expect(drawsTheSame(settings, { ...settings, dropout: 0.1, seed: 9, copies: 2 })).toBe(true);
    for (const change of [{ cut: 3 }, { join: 2 }, { pooling: 'max' }, { base: 'x' }, { engine: 'cpu' }] as const)
      expect(drawsTheSame(settings, { ...settings, ...change })).toBe(false);
  });
});

describe('UMAP', () => {
  it('comes when it is asked for, with progress, and is kept', async () => {
    const { mapper, state, told } = made();
    await mapper.show('umap');
    expect(state().phase).toBe('none');
    await mapper.start();
    await mapper.show('umap');
    const { map, projection, umap } = drawnOf(state());
    expect([projection, umap.phase]).toEqual(['umap', 'ready']);
    expect(map.views.map((view) => view.umap?.length)).toEqual([12, 12, 12, 12]);
    expect(told.some((s) => s.phase === 'ready' && s.umap.phase === 'working' && s.umap.total === 2000)).toBe(true);
    const before = told.length;
    await mapper.show('pca');
    await mapper.show('umap');
    expect(told.length).toBe(before + 2);
    expect(drawnOf(state()).umap.phase).toBe('ready');
  });

  it('can be cancelled: PCA is shown again, and it can be asked for anew', async () => {
    const late = deferred<never>();
    let isAsked = false;
    const { mapper, state } = made({
      goOnWithUmap: () => {
        isAsked = true;
        return late.promise;
      },
    });
    await mapper.start();
    const laying = mapper.show('umap');
    while (!isAsked) await new Promise((r) => setTimeout(r, 1));
    mapper.cancel();
    expect(drawnOf(state())).toMatchObject({ projection: 'pca', umap: { phase: 'none' } });
    late.reject(new Error('late'));
    await laying;
    expect(drawnOf(state())).toMatchObject({ projection: 'pca', umap: { phase: 'none' } });
  });

  it('leaves the map as it is when it fails', async () => {
    const { mapper, state } = made({ beginUmap: () => Promise.reject(new Error('It crashed.')) });
    await mapper.start();
    await mapper.show('umap');
    expect(drawnOf(state())).toMatchObject({ projection: 'pca', umap: { phase: 'failed', reason: 'It crashed.' } });
    mapper.clear();
    expect(state()).toEqual({ phase: 'none' });
  });
});
