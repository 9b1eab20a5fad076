import type { Engine, EngineChoice } from '../core/engine';

interface Candidate {
  readonly engine: Engine;
  /** Why this one runs, if it does. */
  readonly reason: string;
}

/** WebGL renderers that compute on the processor, several times slower than WASM does. */
const softwareRenderer = /SwiftShader|llvmpipe|softpipe|lavapipe|Software|Basic Render/i;

/** The engines to try, best first. renderer: the WebGL renderer's name, null without WebGL. */
export function enginePlan(choice: EngineChoice, renderer: string | null): readonly Candidate[] {
  const software = renderer === null ? null : softwareRenderer.exec(renderer);
  switch (choice) {
    case 'auto':
      if (renderer === null) {
        return [
          wasm('This browser offers no WebGL here, so WASM runs.'),
          cpu('This browser offers neither WebGL nor WASM, so plain JavaScript runs; it is slow.'),
        ];
      }
      if (software) {
        return [
          wasm(
            `There is no graphics card for WebGL here (only ${software[0]}, in software), so WASM runs: it is faster.`,
          ),
          cpu('WebGL exists in software only and WASM could not be started, so plain JavaScript runs; it is slow.'),
        ];
      }
      return [
        { engine: 'webgl', reason: 'A graphics card is there, so WebGL runs.' },
        wasm('WebGL could not be started, so WASM runs.'),
        cpu('Neither WebGL nor WASM could be started, so plain JavaScript runs; it is slow.'),
      ];
    case 'webgl': {
      const instead = renderer === null ? 'this browser offers none here' : 'it could not be started';
      const fallback = [
        wasm(`WebGL was chosen, but ${instead}, so WASM runs.`),
        cpu('WebGL was chosen, but neither it nor WASM could be started, so plain JavaScript runs; it is slow.'),
      ];
      if (renderer === null) return fallback;
      const caution = `WebGL was chosen. It runs in software here (${software?.[0] ?? ''}), slower than WASM would.`;
      return [{ engine: 'webgl', reason: software ? caution : 'WebGL was chosen.' }, ...fallback];
    }
    case 'wasm':
      return [
        wasm('WASM was chosen.'),
        cpu('WASM was chosen, but it could not be started, so plain JavaScript runs; it is slow.'),
      ];
    case 'cpu':
      return [cpu('Plain JavaScript was chosen; it is slow.')];
    default:
      return choice satisfies never;
  }
}

const wasm = (reason: string): Candidate => ({ engine: 'wasm', reason });
const cpu = (reason: string): Candidate => ({ engine: 'cpu', reason });
