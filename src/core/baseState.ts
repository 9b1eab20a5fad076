import type { Engine, EngineReport } from './engine';
import type { Insight } from './insight';

/** Where the frozen base is with the pictures. Counts are pictures, but for `downloading`, which counts bytes. */
export type BaseState =
  | { readonly phase: 'idle' }
  /** The base lies on the hub: fetching it would leave this page's origin, which the person has not agreed to yet. */
  | { readonly phase: 'asking' }
  | { readonly phase: 'downloading'; readonly loaded: number; readonly total: number }
  | { readonly phase: 'warming'; readonly done: number; readonly total: number }
  | { readonly phase: 'measuring'; readonly engine: Engine }
  | {
      readonly phase: 'extracting';
      readonly done: number;
      readonly total: number;
      readonly perSecond: number | null;
      readonly secondsLeft: number | null;
    }
  | {
      readonly phase: 'ready';
      /** Pictures that have features. */
      readonly pictures: number;
      /** Altered copies that have features as well. */
      readonly copies: number;
      readonly report: EngineReport;
      /** Over the last extraction; null when nothing had to be extracted. */
      readonly perSecond: number | null;
      /** Of the pictures, how many had their features from an earlier visit or another cut. */
      readonly reused: number;
    }
  | { readonly phase: 'cancelled'; readonly done: number; readonly total: number }
  | { readonly phase: 'failed'; readonly reason: string };

/** Looking at one picture through the base. */
export type InsightState =
  | { readonly phase: 'none' }
  | { readonly phase: 'looking' }
  | { readonly phase: 'ready'; readonly insight: Insight }
  | { readonly phase: 'failed'; readonly reason: string };

/** Bringing a model out of files. */
export type ModelImport =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly words: string }
  /** The files do not tell how big the pictures are, or how their colours are scaled. */
  | {
      readonly phase: 'asking';
      readonly title: string;
      /** Pixels that the file fixes; null: ask. */
      readonly inputSize: number | null;
      /** What the file tells of the range; null: ask. */
      readonly inputRange: readonly [number, number] | null;
    }
  | { readonly phase: 'refused'; readonly reason: string };

/** What this browser keeps for the page. Sizes are bytes. */
export interface Stored {
  /** What the browser says of all that the page keeps; null where it does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
  readonly features: readonly {
    readonly key: string;
    /** "MobileNetV3, COCO: average, on WASM" */
    readonly title: string;
    readonly pictures: number;
    readonly bytes: number;
  }[];
  readonly bases: readonly { readonly id: string; readonly title: string; readonly bytes: number }[];
}
