import { t } from '@lingui/core/macro';
import { picturesByRow } from '../core/experiment';
import { macrotask } from '../core/macrotask';
import type { Settings } from '../core/settings';
import {
  noFeatureMap,
  type DrawnMap,
  type FeatureMapState,
  type MapView,
  type Projection,
  type UmapState,
} from '../core/why/featureMap';
import { viewDifferences } from '../core/why/viewDifferences';
import { viewSources } from '../core/why/viewSources';
import type { MapClient } from '../worker/mapClient';
import type { FeatureKeeper } from './extracting';
import { messageOf } from './messages';
import { pixelFeatures } from './pixelFeatures';
import type { PicturePixels } from './picturePixels';
import type { LabStore } from './store';

/** Draws the map of what the base sees. */
export interface FeatureMapper {
  /** Draws it afresh from the pictures and features that are there. */
  readonly start: () => Promise<void>;
  /** Shows PCA or UMAP; UMAP is worked out when it is first asked for. */
  readonly show: (projection: Projection) => Promise<void>;
  /** Stops what is under way: the drawing, or UMAP alone. */
  readonly cancel: () => void;
  /** Puts the map away, and the worker with it. */
  readonly clear: () => void;
}

interface Parts {
  readonly store: LabStore;
  readonly map: MapClient;
  readonly features: Pick<FeatureKeeper, 'source'>;
  readonly pictures: Pick<PicturePixels, 'pixels'>;
}

/** How often the page hears of progress, in ms. */
const reportEvery = 150;

/** Would the same map be drawn with the other settings, of the same pictures? */
export const drawsTheSame = (a: Settings, b: Settings): boolean =>
  (['base', 'engine', 'cut', 'join', 'pooling'] as const).every((key) => a[key] === b[key]);

export function createFeatureMapper({ store, map, features, pictures }: Parts): FeatureMapper {
  let drawing: AbortController | null = null;
  let layingOut: AbortController | null = null;
  const tell = (featureMap: FeatureMapState) => store.setState({ featureMap });
  /** Says something about the map that is there; nothing where it has gone. */
  const amend = (changes: { readonly projection?: Projection; readonly umap?: UmapState; readonly map?: DrawnMap }) => {
    const { featureMap } = store.getState();
    if (featureMap.phase === 'ready') tell({ ...featureMap, ...changes });
  };
  const stop = () => {
    drawing?.abort();
    layingOut?.abort();
    drawing = layingOut = null;
  };

  async function start(): Promise<void> {
    stop();
    const own = new AbortController();
    drawing = own;
    let toldAt = -Infinity;
    const report = (task: 'pixels' | 'views', done: number, total: number) => {
      if (own.signal.aborted || (done > 0 && task === 'pixels' && performance.now() - toldAt < reportEvery)) return;
      toldAt = performance.now();
      tell({ phase: 'working', task, done, total });
    };
    try {
      const drawn = await draw(own.signal, report);
      if (!own.signal.aborted) tell({ phase: 'ready', map: drawn, projection: 'pca', umap: { phase: 'none' } });
    } catch (error) {
      if (!own.signal.aborted) tell({ phase: 'failed', reason: messageOf(error) });
    }
  }

  async function draw(
    signal: AbortSignal,
    report: (task: 'pixels' | 'views', done: number, total: number) => void,
  ): Promise<DrawnMap> {
    const { collection, settings } = store.getState();
    const chosen = features.source();
    if (!chosen) throw new Error(t`The features are not all there yet: wait until the base has seen every picture.`);
    const rows = picturesByRow(collection);
    report('pixels', 0, rows.length);
    const { sources, missing } = viewSources(chosen.anatomy, chosen.cut);
    // Before anything is waited for: pictures and base may change meanwhile.
    const found = sources.map((source) => (source.kind === 'features' ? features.source(source.cut)?.features : null));
    const labelOf = new Map(collection.classes.map(({ id }, label) => [id, label]));
    const groupOf = new Map([...new Set(rows.map((p) => p.group))].map((name, index) => [name, index]));
    const labels = Int32Array.from(rows, (p) => labelOf.get(p.classId) ?? 0);
    const groups = Int32Array.from(rows, (p) => groupOf.get(p.group) ?? 0);
    const views: MapView[] = [];
    for (const [at, source] of sources.entries()) {
      const of =
        source.kind === 'features'
          ? found[at]
          : await pixelFeatures(pictures, [...new Set(rows.map((p) => p.hash))], source.side, signal, (done, total) =>
              report('pixels', done, total),
            );
      signal.throwIfAborted();
      if (at === 0) await map.open({ labels, groups, classes: collection.classes.length });
      report('views', at, sources.length);
      await macrotask();
      signal.throwIfAborted();
      const { all, dimension } = stacked(rows, of);
      const points = await map.view(all, dimension);
      signal.throwIfAborted();
      if (!points) throw new Error(t`Another map was begun meanwhile.`);
      views.push({ source, dimension, umap: null, ...points });
    }
    const differences = await viewDifferences({ labels, groups, views });
    const pictureIds = rows.map((p) => p.id);
    return { pictureIds, labels, groups, views, differences, missing, collection, settings };
  }

  async function show(projection: Projection): Promise<void> {
    const before = store.getState().featureMap;
    if (before.phase !== 'ready') return;
    amend({ projection });
    if (projection !== 'umap' || before.umap.phase === 'ready' || before.umap.phase === 'working') return;
    layingOut?.abort();
    const own = new AbortController();
    layingOut = own;
    // At once: a second press must not begin it a second time.
    amend({ umap: { phase: 'working', done: 0, total: 0 } });
    try {
      let progress = await map.beginUmap(before.map.settings.seed);
      while (!own.signal.aborted && !progress.points) {
        amend({ umap: { phase: 'working', done: progress.done, total: progress.total } });
        progress = await map.goOnWithUmap();
      }
      const { points } = progress;
      if (own.signal.aborted || !points) return;
      const views = before.map.views.map((view, at) => ({ ...view, umap: points[at] ?? null }));
      amend({ map: { ...before.map, views }, umap: { phase: 'ready' } });
    } catch (error) {
      if (!own.signal.aborted) amend({ projection: 'pca', umap: { phase: 'failed', reason: messageOf(error) } });
    }
  }

  const clear = () => {
    stop();
    map.close();
    tell(noFeatureMap);
  };
  return {
    start,
    show,
    cancel() {
      const { featureMap } = store.getState();
      if (featureMap.phase === 'working') return clear();
      layingOut?.abort();
      layingOut = null;
      amend({ projection: 'pca', umap: { phase: 'none' } });
    },
    clear,
  };
}

/** [N, D] in the order of the pictures. */
function stacked(
  pictures: readonly { readonly hash: string; readonly name: string }[],
  of: ReadonlyMap<string, Float32Array> | null | undefined,
): { readonly all: Float32Array; readonly dimension: number } {
  const dimension = of?.get(pictures[0]?.hash ?? '')?.length ?? 0;
  const all = new Float32Array(pictures.length * dimension);
  pictures.forEach(({ hash, name }, row) => {
    const own = of?.get(hash);
    if (own?.length !== dimension) throw new Error(t`“${name}” has no features yet.`);
    all.set(own, row * dimension);
  });
  return { all, dimension };
}
