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
