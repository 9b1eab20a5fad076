import type { FeatureCut } from '../base';
import type { Collection } from '../collection';
import type { Settings } from '../settings';
import type { Ranged } from './shares';

/**
 * What the base sees, as a map: all pictures of the set, flattened from the many numbers of a view to two. A view is
 * what the pictures are at one depth: raw pixels, an early, a middle or the chosen cut. A description of the set, no
 * training: every view is standardised over all pictures, both sides of the split.
 */
export type Projection = 'pca' | 'umap';

/** What the pictures are compared by: their raw pixels, or the base's features at a cut. */
export type ViewSource =
  { readonly kind: 'pixels'; readonly side: number } | { readonly kind: 'features'; readonly cut: FeatureCut };

/** Everything that the worker needs to know about the pictures but their features. */
export interface MapPictures {
  /** [N] class index, in [0, C). */
  readonly labels: Int32Array;
  /**
   * [N] group index, from 0: pictures that show the same concept, or nearly the same picture, share one. A picture's
   * nearest neighbour is looked for outside its own group, because inside it would only be found again.
   */
  readonly groups: Int32Array;
  /** C */
  readonly classes: number;
}

/** Where the nearest other picture is, in the full space of a view, and of which class. See `neighboursOf`. */
export interface Neighbours {
  /** [N] index of the nearest picture of another group; -1: there is none. */
  readonly nearest: Int32Array;
  /** Pictures that have a neighbour outside their group. */
  readonly counted: number;
  /** How many of these have a nearest one of their own class. */
  readonly same: number;
  /** What same / counted would be on average if the neighbour were drawn at random from the other groups; [0, 1]. */
  readonly chance: number;
  /** [C] the same counts for the pictures of each class alone. */
  readonly byClass: readonly { readonly counted: number; readonly same: number }[];
}

/** One view, worked out. */
export interface MapView {
  readonly source: ViewSource;
  /** D */
  readonly dimension: number;
  /** [N, 2], row-major, in [0, 1]: both axes by the same factor, y downwards as on the screen. */
  readonly pca: Float32Array;
  /** The same by UMAP; null until it was asked for. */
  readonly umap: Float32Array | null;
  /** Shares of the view's variance that the two axes of PCA hold. */
  readonly explained: readonly [number, number];
  readonly neighbours: Neighbours;
}

/** How much larger one view's share of same-class neighbours is than another's. See `pairedShares`. */
export interface ViewDifferences {
  /** The last view minus the first. */
  readonly overall: Ranged;
  /** Each view minus the one before, from the second on. */
  readonly steps: readonly Ranged[];
}

/** A map that was drawn. */
export interface DrawnMap {
  /** Ids of the pictures, [N]: the order of all rows. */
  readonly pictureIds: readonly string[];
  /** [N] class index, into the collection's classes. */
  readonly labels: Int32Array;
  /** [N] see `MapPictures`. */
  readonly groups: Int32Array;
  /** Shallow to deep; the last is the chosen cut. */
  readonly views: readonly MapView[];
  /** Null: no picture has another one to be near to. */
  readonly differences: ViewDifferences | null;
  /** Why earlier cuts are missing; null: they are there. */
  readonly missing: string | null;
  /** What it was drawn from, to tell when that has changed. */
  readonly collection: Collection;
  readonly settings: Settings;
}

/** Whether UMAP's points are there, on their way, or could not be had. */
export type UmapState =
  | { readonly phase: 'none' }
  /** Epochs of all views together. */
  | { readonly phase: 'working'; readonly done: number; readonly total: number }
  | { readonly phase: 'ready' }
  | { readonly phase: 'failed'; readonly reason: string };

export type FeatureMapState =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'working';
      /** Pictures are reduced to raw pixels, or views are worked out. */
      readonly task: 'pixels' | 'views';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly phase: 'ready';
      readonly map: DrawnMap;
      /** Which of the two the person wants to see. */
      readonly projection: Projection;
      readonly umap: UmapState;
    }
  | { readonly phase: 'failed'; readonly reason: string };

export const noFeatureMap: FeatureMapState = { phase: 'none' };
