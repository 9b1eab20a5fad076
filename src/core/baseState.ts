import type { EngineReport } from './engine';

/** Where the frozen base is with the pictures. Counts are pictures, but for `downloading`, which counts bytes. */
export type BaseState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'downloading'; readonly loaded: number; readonly total: number }
  | { readonly phase: 'warming'; readonly done: number; readonly total: number }
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
      readonly report: EngineReport;
      /** Over the last extraction; null when nothing had to be extracted. */
      readonly perSecond: number | null;
    }
  | { readonly phase: 'cancelled'; readonly done: number; readonly total: number }
  | { readonly phase: 'failed'; readonly reason: string };
