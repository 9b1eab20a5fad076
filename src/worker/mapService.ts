import { t } from '@lingui/core/macro';
import { standardised, standardiser } from '../core/standardise';
import type { MapPictures, Neighbours } from '../core/why/featureMap';
import { findNearby, neighboursOf, type Nearby } from '../core/why/nearby';
import { toUnitSquare } from '../core/why/mapPoints';
import { principalAxes } from './principalAxes';
import { umapLayout, type UmapLayout } from './umapLayout';

/** A view that was worked out. */
interface ViewPoints {
  /** [N, 2] in the unit square. */
  readonly pca: Float32Array;
  readonly explained: readonly [number, number];
  readonly neighbours: Neighbours;
}

/** How far UMAP is. */
export interface UmapProgress {
  /** Epochs of all views together. */
  readonly done: number;
  readonly total: number;
  /** [N, 2] of each view, in the order in which they were added; null until all are done. */
  readonly points: readonly Float32Array[] | null;
}

/** What the worker does that draws maps: one set of pictures at a time. UMAP is pulled, so that stopping is not asking. */
export interface MapService {
  /** Begins another map; what is under way is given up. */
  readonly open: (pictures: MapPictures) => Promise<void>;
  /**
   * Works out a view and keeps its neighbours for UMAP. Features are standardised over all pictures, on both sides of
   * the split: this describes the set and trains nothing.
   *
   * @param features [N, D] row-major. @returns null when another map was begun meanwhile.
   */
  readonly view: (features: Float32Array, dimension: number) => Promise<ViewPoints | null>;
  /** Begins UMAP for all views so far, from the start. */
  readonly beginUmap: (seed: number) => Promise<UmapProgress>;
  /** Goes on with it for about a fifth of a second. @throws Error where it was not begun. */
  readonly goOnWithUmap: () => Promise<UmapProgress>;
}

/** Between two reports of UMAP, in ms. */
const reportEvery = 200;

export function createMapService(): MapService {
  let opened: { readonly pictures: MapPictures; readonly views: Nearby[] } | null = null;
  let layout: UmapLayout | null = null;
  const current = () => {
    if (!opened) throw new Error(t`No map was begun yet.`);
    return opened;
  };
  return {
    async open(pictures) {
      opened = { pictures, views: [] };
      layout = null;
    },
    async view(features, dimension) {
      const own = current();
      const isWanted = () => opened === own;
      const { pictures, views } = own;
      const rows = Int32Array.from(pictures.labels.keys());
      const even = standardised(features, standardiser(features, dimension, rows));
      const axes = await principalAxes(even, dimension, isWanted);
      const nearby = axes && (await findNearby(even, dimension, pictures.groups, isWanted));
      if (!nearby || !isWanted()) return null;
      views.push(nearby);
      return {
        pca: toUnitSquare(axes.points),
        explained: axes.explained,
        neighbours: neighboursOf(nearby.nearest, pictures),
      };
    },
    async beginUmap(seed) {
      const own = current();
      const begun = await umapLayout(own.views, seed);
      // Another map, begun while the package was fetched, has no views for this one.
      if (opened === own) layout = begun;
      return { done: 0, total: begun.total, points: null };
    },
    async goOnWithUmap() {
      if (!layout) throw new Error(t`UMAP was not begun.`);
      const { total, goOn, points } = layout;
      const done = goOn(reportEvery);
      return { done, total, points: done === total ? points() : null };
    },
  };
}
