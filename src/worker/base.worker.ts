import { t } from '@lingui/core/macro';
import { expose, transfer } from 'comlink';
import type { Tap } from '../core/base';
import { batchSizes, engineNames, type Engine } from '../core/engine';
import type { Base } from '../model/base';
import { releaseOthers, startEngine } from '../model/engine';
import { isOutOfGraphicsMemory } from '../model/engineMemory';
import { guarded } from '../model/engineWatch';
import { openBase, type OpenedBase } from './baseFiles';
import { engineLostName, graphicsMemoryName, type BaseService } from './baseService';

interface Running {
  readonly base: Base;
  readonly engine: Engine;
  readonly batch: number;
}

let running: Running | null = null;

/** Batches that are timed to compare engines, at least; the first after the warm-up still settles. */
const timedBatches = 3;

/**
 * How long engines are timed, at least, in ms: browsers compile WASM quickly first and well later. With three batches
 * 70 pictures a second were expected on a machine with sixteen cores, where 103 to 231 came.
 */
const timedFor = 500;

const service: BaseService = {
  async start(request, onProgress) {
    const opened = await openBase(request, (loaded, total) => onProgress({ phase: 'download', loaded, total }));
    const bases = new Map<Engine, Base>();
    const load = async (engine: Engine, batch: number = batchSizes[engine]) => {
      const base = await checked(engine, ready(opened, request.randomSeed, batch, onProgress));
      bases.set(engine, base);
      return base;
    };
    const report = await startEngine(request.choice, new URL('models/wasm/', request.baseUrl).href, {
      remembered: request.remembered,
      crew: request.crew,
      onMeasure: (engine) => onProgress({ phase: 'measure', engine }),
      measure: async (engine) => picturesPerSecond(await load(engine), engine),
    });
    const base = bases.get(report.engine) ?? (await load(report.engine, report.batch));
    for (const other of bases.values()) if (other !== base) other.dispose();
    releaseOthers();
    running = { base, engine: report.engine, batch: report.batch };
    return { report, anatomy: base.anatomy, ...(await opened.files()) };
  },

  async extract(pixels, count, tap) {
    const { base, engine, batch } = current();
    const small = (engine === 'webgl' || engine === 'webgpu') && count < batch;
    const features = await checked(
      engine,
      small ? padded(base, pixels, count, batch, tap) : base.extract(pixels, count, tap),
    );
    return transfer(features, [features.buffer]);
  },

  async look(pixels, maps) {
    const { base, engine } = current();
    return checked(engine, base.look(pixels, maps));
  },
};

expose(service);

function current(): Running {
  if (!running) throw new Error(t`The frozen base has not been started.`);
  return running;
}

async function ready(
  opened: OpenedBase,
  randomSeed: number | null,
  batch: number,
  onProgress: Parameters<BaseService['start']>[1],
): Promise<Base> {
  const base = await opened.load();
  if (randomSeed !== null) base.randomise(randomSeed);
  await base.warmUp(batch, everything(base), (done, total) => onProgress({ phase: 'warm-up', done, total }));
  return base;
}

/** What is taken unless the person chose another pooling. */
const everything = ({ anatomy }: Base): Tap => ({ blocks: [...anatomy.blocks.keys()], pooling: 'average' });

async function picturesPerSecond(base: Base, engine: Engine): Promise<number> {
  const batch = batchSizes[engine];
  const blank = new Uint8Array(batch * 224 * 224 * 3);
  const seconds: number[] = [];
  const begunAt = performance.now();
  while (seconds.length < timedBatches || performance.now() - begunAt < timedFor) {
    const startedAt = performance.now();
    await base.extract(blank, batch, everything(base));
    seconds.push((performance.now() - startedAt) / 1000);
  }
  // The quickest tells what the engine can do; the others, what else the machine was busy with.
  return batch / Math.min(...seconds);
}

/** A graphics card compiles its shaders anew for every batch size, so that the last, smaller batch is filled up. */
async function padded(base: Base, pixels: Uint8Array, count: number, batch: number, tap: Tap): Promise<Float32Array> {
  const filled = new Uint8Array((pixels.length / count) * batch);
  filled.set(pixels);
  const features = await base.extract(filled, batch, tap);
  return features.slice(0, (features.length / batch) * count);
}

/**
 * Anything that goes wrong on a graphics card is worth a fresh start, and then another engine; but where its memory is
 * too small, a fresh start would end in the same way.
 */
async function checked<T>(engine: Engine, work: Promise<T>): Promise<T> {
  if (engine !== 'webgl' && engine !== 'webgpu') return work;
  try {
    return await guarded(work);
  } catch (error) {
    const name = isOutOfGraphicsMemory(error) ? graphicsMemoryName : engineLostName;
    const [title, why] = [engineNames[engine], String(error)];
    throw Object.assign(new Error(t`${title} failed (${why}).`), { name });
  }
}
