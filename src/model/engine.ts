import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { engineNames, type Engine, type EngineChoice, type EngineReport } from '../core/engine';
import { comparisonReason, counted, fastestEngine, type Failed, type Measured } from './engineComparison';
import { seenGraphics, webglCard } from './engineGraphics';
import { batchFor, enginePlan, rivals, type Graphics } from './enginePlan';
import { guarded, watchDevice, type GraphicsBackend } from './engineWatch';

export interface EngineOptions {
  /** What Auto found fastest on an earlier visit; it is started without measuring, if it still can. */
  readonly remembered?: Engine | null;
  /**
   * How many pictures a second the base takes on this engine, which is set. What it loads may stay loaded; without it
   * Auto takes a graphics card unseen.
   */
  readonly measure?: (engine: Engine) => Promise<number>;
  /** Told before an engine is measured. */
  readonly onMeasure?: (engine: Engine) => void;
  /** How many workers will share the pictures on WASM. */
  readonly crew?: number;
}

/**
 * Starts the engine that was chosen, or the next best one that can run here; Auto measures what there is and takes the
 * fastest.
 * @param wasmPath where the `.wasm` files are: an address or a folder, with its last slash.
 * @throws Error if nothing runs, not even plain JavaScript.
 */
export async function startEngine(
  choice: EngineChoice,
  wasmPath: string,
  options: EngineOptions = {},
): Promise<EngineReport> {
  prepareWasm(wasmPath);
  const graphics = await seenGraphics(choice === 'webgpu' || (choice === 'auto' && options.measure !== undefined));
  const { report, broken } = choice === 'auto' ? await startFastest(graphics, options) : noRace;
  if (report) return report;
  for (const { engine, reason } of enginePlan(choice, graphics)) {
    // TensorFlow.js refuses emulated WebGL unless told; a person may choose it all the same.
    if (engine === 'webgl' && choice === 'webgl') tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
    if (!broken.includes(engine) && (await starts(engine))) return reportOf(engine, reason, graphics);
  }
  throw new Error(t`No engine could be started: this browser ran neither WebGL, WASM nor plain JavaScript.`);
}

/**
 * The engines that are worth measuring for the head: WebGL only on a graphics card that computes in 32-bit floats (with
 * 16 bits, as on many phones, training ends in NaN).
 * @param wasmPath as for `startEngine`.
 */
export function headEngines(wasmPath: string): readonly Engine[] {
  prepareWasm(wasmPath);
  const card = rivals({ webgl: webglCard(), webgpu: null }).includes('webgl');
  return card ? ['wasm', 'webgl', 'cpu'] : ['wasm', 'cpu'];
}

/**
 * Gives back the memory of the engines that were only measured; they cannot be started again in this worker. What they
 * hold has to be disposed of before.
 */
export function releaseOthers(): void {
  for (const [engine, { gpgpu, device }] of started) {
    if (engine === tf.getBackend()) continue;
    tf.removeBackend(engine);
    gpgpu?.gl?.getExtension('WEBGL_lose_context')?.loseContext();
    device?.destroy();
    started.delete(engine);
  }
}

interface Race {
  readonly report: EngineReport | null;
  /** Engines that need not be tried any more. */
  readonly broken: readonly Engine[];
}

const noRace: Race = { report: null, broken: [] };

/** The remembered engine, or the fastest; none where there is only one to take. */
async function startFastest(graphics: Graphics, options: EngineOptions): Promise<Race> {
  const { remembered, measure, crew = 1 } = options;
  const all = rivals(graphics);
  if (all.length === 1) return noRace;
  if (remembered && all.includes(remembered) && (await starts(remembered))) {
    const name = engineNames[remembered];
    const reason = t`${name} runs: it was the fastest when it was measured on an earlier visit.`;
    return { report: reportOf(remembered, reason, graphics), broken: [] };
  }
  if (!measure) return noRace;
  const measured: Measured[] = [];
  const failed: Failed[] = [];
  for (const engine of all) {
    options.onMeasure?.(engine);
    try {
      if (!(await starts(engine))) failed.push({ engine, error: null });
      else measured.push(counted({ engine, picturesPerSecond: await guarded(measure(engine)) }, crew));
    } catch (error) {
      console.warn(`The ${engine} engine could not be measured.`, error);
      failed.push({ engine, error });
    }
  }
  const broken = failed.map(({ engine }) => engine);
  if (measured.length === 0) return { report: null, broken };
  const engine = fastestEngine(measured);
  await tf.setBackend(engine);
  const reason = comparisonReason(engine, measured, failed, crew);
  return { report: { ...reportOf(engine, reason, graphics), measured }, broken };
}

function reportOf(engine: Engine, reason: string, graphics: Graphics): EngineReport {
  const { webgl, webgpu } = graphics;
  return {
    engine,
    renderer: (engine === 'webgpu' ? webgpu?.name : webgl?.renderer) ?? null,
    reason,
    measured: [],
    bits: engine === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') ? 16 : 32,
    batch: batchFor(engine, graphics),
  };
}

let wasmIsPrepared = false;

/** Once: tfjs throws at a second call if WASM has failed to start in between. */
function prepareWasm(path: string): void {
  if (wasmIsPrepared) return;
  setWasmPaths(path);
  // On a cross-origin-isolated page tfjs would take its binary for several threads, whose workers it makes from its own
  // source as text: minified that text is broken, the page's policy forbids it, and the start then waits for ever.
  // Several workers with one thread each (and SIMD) do the same on every page.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  wasmIsPrepared = true;
}

const started = new Map<Engine, GraphicsBackend>();

async function starts(engine: Engine): Promise<boolean> {
  try {
    // Fetched only now, because few need it.
    if (engine === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
    if (!(await tf.setBackend(engine))) return false;
    started.set(engine, tf.backend() as GraphicsBackend);
    watchDevice();
    return true;
  } catch (error) {
    console.warn(`The ${engine} engine did not start.`, error);
    return false;
  }
}
