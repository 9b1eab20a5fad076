import { expose, transfer } from 'comlink';
import { batchSizes, cocoMobilenet } from '../core/base';
import type { Engine, EngineChoice, EngineReport } from '../core/engine';
import { loadBase, type Base } from '../model/base';
import { downloadBase, type BaseFiles } from '../model/download';
import { startEngine, webglLost } from '../model/engine';
import { engineLostName, type BaseProgress, type BaseService } from './baseService';
import { deferred } from './deferred';

interface Running {
  readonly base: Base;
  readonly report: EngineReport;
}

let running: Running | null = null;

const service: BaseService = {
  async start(choice: EngineChoice, baseUrl: string, onProgress: (progress: BaseProgress) => void) {
    const files = await downloadBase(cocoMobilenet, baseUrl, (loaded, total) =>
      onProgress({ phase: 'download', loaded, total }),
    );
    const report = await startEngine(choice, new URL('models/wasm/', baseUrl).href);
    const base = await checked(report.engine, ready(files, report.engine, onProgress));
    running = { base, report };
    return report;
  },

  async extract(pixels, count) {
    if (!running) throw new Error('The frozen base has not been started.');
    const { base, report } = running;
    const batch = batchSizes[report.engine];
    const small = report.engine === 'webgl' && count < batch;
    const features = await checked(
      report.engine,
      small ? padded(base, pixels, count, batch) : base.extract(pixels, count),
    );
    return transfer(features, [features.buffer]);
  },
};

expose(service);

async function ready(files: BaseFiles, engine: Engine, onProgress: (progress: BaseProgress) => void): Promise<Base> {
  const base = await loadBase(files, cocoMobilenet, cocoMobilenet.defaultCut);
  await base.warmUp(batchSizes[engine], (done, total) => onProgress({ phase: 'warm-up', done, total }));
  return base;
}

/** WebGL compiles its shaders anew for every batch size, so that the last, smaller batch is filled up. */
async function padded(base: Base, pixels: Uint8Array, count: number, batch: number): Promise<Float32Array> {
  const filled = new Uint8Array((pixels.length / count) * batch);
  filled.set(pixels);
  const features = await base.extract(filled, batch);
  return features.slice(0, (features.length / batch) * count);
}

/**
 * Anything that goes wrong on WebGL is worth a fresh start, and then another engine. A lost context above all: it may
 * show as an error or as nonsense, but mostly tfjs waits for ever for a result, so that it has to be watched.
 */
async function checked<T>(engine: Engine, work: Promise<T>): Promise<T> {
  if (engine !== 'webgl') return work;
  const { promise: lost, reject } = deferred<never>();
  const gone = new Error('its context is gone');
  const watch = setInterval(() => {
    if (webglLost()) reject(gone);
  }, 250);
  try {
    const result = await Promise.race([work, lost]);
    if (webglLost()) throw gone;
    return result;
  } catch (error) {
    throw Object.assign(new Error(`WebGL failed (${String(error)}).`), { name: engineLostName });
  } finally {
    clearInterval(watch);
  }
}
