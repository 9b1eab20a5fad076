import type { RunFingerprint } from './metrics';

export type Engine = 'webgl' | 'wasm' | 'cpu';
export type EngineChoice = 'auto' | Engine;

export const engineNames: Readonly<Record<Engine, string>> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

/** Which engine runs the frozen base, and why. */
export interface EngineReport {
  readonly engine: Engine;
  /** The WebGL renderer string, where there is a WebGL. */
  readonly renderer: string | null;
  /** One sentence for the person, e.g. why it is not the engine they chose. */
  readonly reason: string;
}

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
}
