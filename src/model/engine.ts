import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Engine, EngineChoice, EngineReport } from '../core/engine';
import { enginePlan } from './enginePlan';

/**
 * Starts the engine that was chosen, or the next best one that can run here.
 * @param wasmPath where the `.wasm` files are: an address or a folder, with its last slash.
 * @throws Error if nothing runs, not even plain JavaScript.
 */
export async function startEngine(choice: EngineChoice, wasmPath: string): Promise<EngineReport> {
  setWasmPath(wasmPath);
  const renderer = webglRenderer();
  for (const { engine, reason } of enginePlan(choice, renderer)) {
    // TensorFlow.js refuses emulated WebGL unless told; a person may choose it all the same.
    if (engine === 'webgl' && choice === 'webgl') tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
    if (await canStart(engine)) return { engine, renderer, reason };
  }
  throw new Error('No engine could be started: this browser ran neither WebGL, WASM nor plain JavaScript.');
}

/**
 * The engines that are worth measuring for the head: WebGL only on a graphics card that computes in 32-bit floats (with
 * 16 bits, as on many phones, training ends in NaN).
 * @param wasmPath as for `startEngine`.
 */
export function headEngines(wasmPath: string): readonly Engine[] {
  setWasmPath(wasmPath);
  const card = enginePlan('auto', webglRenderer()).some(({ engine }) => engine === 'webgl');
  return card && tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE') ? ['wasm', 'webgl', 'cpu'] : ['wasm', 'cpu'];
}

/** Whether the WebGL context is gone (sleep, driver reset, too many contexts). Only asked while WebGL runs. */
export function webglLost(): boolean {
  // The backend keeps its context here, but the type that tfjs exports does not say so.
  const { gpgpu } = tf.backend() as { gpgpu?: { gl?: WebGLRenderingContext } };
  return gpgpu?.gl?.isContextLost() ?? true;
}

let wasmPathIsSet = false;

/** Once: tfjs throws at a second call if WASM has failed to start in between. */
function setWasmPath(path: string): void {
  if (!wasmPathIsSet) setWasmPaths(path);
  wasmPathIsSet = true;
}

/** The name of what draws, or null where there is no WebGL 2 in this thread. */
function webglRenderer(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return renderer;
}

async function canStart(engine: Engine): Promise<boolean> {
  try {
    return await tf.setBackend(engine);
  } catch (error) {
    console.warn(`The ${engine} engine did not start.`, error);
    return false;
  }
}
