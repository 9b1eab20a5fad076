import type { RunFingerprint } from './runFingerprint';

export type Engine = 'webgl' | 'webgpu' | 'wasm' | 'cpu';
export type EngineChoice = 'auto' | Engine;

export const engineNames: Readonly<Record<Engine, string>> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'CPU',
};

/** Which engine runs the frozen base, and why. */
export interface EngineReport {
  readonly engine: Engine;
  /** What the graphics card calls itself, where the engine is one that draws on it or one could be seen. */
  readonly renderer: string | null;
  /** One sentence for the person, e.g. why it is not the engine they chose. */
  readonly reason: string;
  /**
   * What was measured to choose it, in pictures per second, several workers of WASM counted in; empty where there was
   * nothing to choose between.
   */
  readonly measured: readonly { readonly engine: Engine; readonly picturesPerSecond: number }[];
  /** Bits of a number on the device: 16 on many phones' graphics chips, where features lose their last digits. */
  readonly bits: 16 | 32;
  /** Pictures that are run through the base at once. */
  readonly batch: number;
}

/**
 * Pictures run through the base at once. Compiled engines gain from batches; plain JavaScript does not, and takes
 * seconds a picture, so that single pictures keep its progress alive. A graphics card that is emulated in software gets
 * two, for the same reason.
 */
export const batchSizes: Readonly<Record<Engine, number>> = { webgl: 8, webgpu: 8, wasm: 4, cpu: 1 };
export const emulatedBatch = 2;

/** Run-steps per second: steps times the runs that take them together. */
export interface EngineSpeed {
  readonly engine: Engine;
  readonly runStepsPerSecond: number;
}

/** Which engine trains the head, and what was measured to choose it. */
export interface HeadEngineReport {
  readonly engine: Engine;
  readonly measured: readonly EngineSpeed[];
  /** In run order. */
  readonly fingerprints: readonly RunFingerprint[];
  /** The last change of engine or worker in the middle of this training; null: there was none. */
  readonly switched: EngineSwitch | null;
}

/** The engine or its worker failed, and the training went on in another worker. */
export interface EngineSwitch {
  /** The first epoch of the curves that `engine` computed. */
  readonly epoch: number;
  /** What computed the epochs before; it may be the same engine, in a worker that crashed. */
  readonly from: Engine;
  /** One sentence for the person. */
  readonly reason: string;
}
