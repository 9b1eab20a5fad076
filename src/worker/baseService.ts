import type { Anatomy, Tap } from '../core/base';
import type { HubAlpha, HubVersion } from '../core/catalogue';
import type { Engine, EngineChoice, EngineReport } from '../core/engine';
import type { Insight } from '../core/insight';

export type BaseProgress =
  | { readonly phase: 'download'; readonly loaded: number; readonly total: number }
  | { readonly phase: 'warm-up'; readonly done: number; readonly total: number }
  /** Auto compares engines. */
  | { readonly phase: 'measure'; readonly engine: Engine };

/** Where a base's files are. */
export type BaseSource =
  | { readonly kind: 'bundled' }
  | {
      readonly kind: 'hub';
      readonly version: HubVersion;
      readonly alpha: HubAlpha;
      /** A folder on this page's origin that has the hub's files, with its last slash; null: the hub itself. */
      readonly address: string | null;
      /** The files by name, from an earlier visit: nothing is then requested. Null: they are fetched. */
      readonly files: ReadonlyMap<string, Blob> | null;
    }
  | { readonly kind: 'own'; readonly model: OwnModel };

/** A model out of the learner's files. Blobs are handles: sending one to a worker copies nothing. */
interface OwnModel {
  readonly format: 'graph' | 'layers';
  /** The text of `model.json`. */
  readonly json: string;
  /** The shards, one after the other. */
  readonly weights: Blob;
  readonly inputSize: number;
  readonly inputRange: readonly [number, number];
  /** Names of its answers, where the files tell them. */
  readonly labels: readonly string[] | null;
}

export interface BaseRequest {
  /** The catalogue's, or the learner's own. */
  readonly id: string;
  readonly source: BaseSource;
  /** Draws all weights anew from this seed, as if the base had never been trained; null: they are the trained ones. */
  readonly randomSeed: number | null;
  readonly choice: EngineChoice;
  /** What Auto found fastest on an earlier visit, so that it need not be measured again. */
  readonly remembered: Engine | null;
  /** Most workers that will share the work, where the engine allows several. */
  readonly crew: number;
  /** Absolute: what the paths of models and engines are relative to. */
  readonly baseUrl: string;
}

export interface BaseReady {
  readonly report: EngineReport;
  readonly anatomy: Anatomy;
  /** SHA-256 (hex) of the model's files: features of other files are other features. */
  readonly digest: string;
  /** What came over the net and is worth keeping, by name; null: nothing. */
  readonly fetched: ReadonlyMap<string, Blob> | null;
}

/** What the base's worker does; the client calls it across threads. */
export interface BaseService {
  /** Loads the base and warms it up. Call it once. */
  readonly start: (request: BaseRequest, onProgress: (progress: BaseProgress) => void) => Promise<BaseReady>;
  /**
   * pixels: RGB bytes [B, 224, 224, 3], B = count -> [B, sum of the tapped blocks' widths].
   * @throws Error named `engineLostName` if the graphics card's context is gone, or `graphicsMemoryName` if its memory
   *   is too small; the worker is then of no use.
   */
  readonly extract: (pixels: Uint8Array, count: number, tap: Tap) => Promise<Float32Array>;
  /** pixels: RGB bytes [224, 224, 3]. @param maps how many maps of each block. @throws as `extract`. */
  readonly look: (pixels: Uint8Array, maps: number) => Promise<Insight>;
}

/** Errors cross the worker by name, not by class. */
export const engineLostName = 'EngineLost';
export const graphicsMemoryName = 'GraphicsMemory';
