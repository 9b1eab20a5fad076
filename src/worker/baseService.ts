import type { EngineChoice, EngineReport } from '../core/engine';

export type BaseProgress =
  | { readonly phase: 'download'; readonly loaded: number; readonly total: number }
  | { readonly phase: 'warm-up'; readonly done: number; readonly total: number };

/** What the base's worker does; the client calls it across threads. */
export interface BaseService {
  /** Loads the base and warms it up. baseUrl: absolute, what the model files' paths are relative to. Call it once. */
  readonly start: (
    choice: EngineChoice,
    baseUrl: string,
    onProgress: (progress: BaseProgress) => void,
  ) => Promise<EngineReport>;
  /**
   * pixels: RGB bytes [B, S, S, 3], B = count -> features [B, D].
   * @throws Error named `engineLostName` if the WebGL context is gone; the worker is then of no use.
   */
  readonly extract: (pixels: Uint8Array, count: number) => Promise<Float32Array>;
}

/** Errors cross the worker by name, not by class. */
export const engineLostName = 'EngineLost';
