import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, HeadEngineReport } from '../core/engine';
import type { Dataset, Experiment } from '../core/experiment';
import { train, trainEpochs } from '../model/train';
import { engineLostName } from './baseService';
import { deferred } from './deferred';
import { asWorker, FakeWorker } from './fakeWorker.fixture';
import { createHeadClient } from './headClient';
import { createHeadService, type HeadParts, type HeadRequest } from './headService';

const dataset: Dataset = {
  classNames: ['low', 'high'],
  pictureIds: ['a', 'b', 'c', 'd'],
  labels: Int32Array.of(0, 1, 0, 1),
  features: Float32Array.of(0, 1, 3, 2, 1, 0, 4, 4),
  copies: new Int32Array(),
  dimension: 2,
};
const experiment: Experiment = {
  arms: [
    { name: 'without dropout', dropoutRate: 0 },
    { name: 'with dropout', dropoutRate: 0.5 },
  ],
  trials: [
    {
      seed: 1,
      training: Int32Array.of(0, 1),
      validation: Int32Array.of(2, 3),
      copies: new Int32Array(),
      givenLabels: Int32Array.of(0, 1, 0, 1),
    },
  ],
  hidden: 4,
  dropoutAt: 'both',
  epochs: 8,
  batch: 2,
  lr: 0.01,
  l2: 0,
  isStandardised: false,
};

/** What goes wrong in a worker, and when. */
interface Fault {
  readonly kind: 'crash' | 'lost';
  /** While it computes this epoch; 0: while it opens. */
  readonly epoch: number;
}

const made: FakeWorker[] = [];
const requests: HeadRequest[] = [];

/** A worker that trains for real, on the CPU whatever it says, and then crashes, or loses its card and waits for ever. */
function faultyWorker(fault: Fault | undefined, engine: Engine, checkpointEvery: number): FakeWorker {
  const lost = deferred<never>();
  lost.promise.catch(() => undefined);
  const fail = (): Promise<never> => {
    if (fault?.kind === 'crash') worker.crash('Uncaught Error: out of memory');
    else lost.reject(Object.assign(new Error('WebGL failed (it was lost).'), { name: engineLostName }));
    return new Promise(() => undefined);
  };
  const parts: HeadParts = {
    async *train({ experiment, dataset, from }, signal) {
      for await (const { metrics, checkpoint } of trainEpochs(experiment, dataset, signal, from, {
        share: 1,
        grace: 0,
      })) {
        if (metrics.epoch === fault?.epoch) await fail();
        yield { metrics, checkpoint: metrics.epoch % checkpointEvery === 0 ? checkpoint : null };
      }
    },
    prepare: (request) => {
      requests.push(request);
      const report: HeadEngineReport = { engine, measured: [], fingerprints: [], switched: null };
      return fault?.epoch === 0 ? fail() : Promise.resolve(report);
    },
    guarded: (work) => Promise.race([work, lost.promise]),
    tensors: () => tf.memory().numTensors,
  };
  const worker = new FakeWorker(createHeadService(parts));
  return worker;
}

/** A worker for each fault, one after the other, and then sound ones. The first runs on WebGL. */
async function trained(faults: readonly Fault[], checkpointEvery = 1, first: Engine = 'webgl') {
  const client = createHeadClient(() => {
    const worker = faultyWorker(faults[made.length], made.length === 0 ? first : 'wasm', checkpointEvery);
    made.push(worker);
    return asWorker(worker);
  }, '');
  const reports: HeadEngineReport[] = [];
  const epochs: unknown[] = [];
  const all = client.train(experiment, dataset, new AbortController().signal, (report) => reports.push(report));
  let error: unknown;
  try {
    for await (const metrics of all) epochs.push(metrics);
  } catch (thrown) {
    error = thrown;
  }
  return { reports, epochs, error, switches: reports.map(({ engine, switched }) => ({ engine, switched })) };
}

async function undisturbed() {
  const epochs: unknown[] = [];
  for await (const metrics of train(experiment, dataset, new AbortController().signal)) epochs.push(metrics);
  return epochs;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => {
  for (const worker of made.splice(0)) worker.terminate();
  requests.length = 0;
});

describe('a training whose worker fails', () => {
  it.each<[string, Fault, number]>([
    ['a lost graphics card', { kind: 'lost', epoch: 5 }, 1],
    ['a crash', { kind: 'crash', epoch: 5 }, 1],
    ['a loss three epochs after the last checkpoint', { kind: 'lost', epoch: 6 }, 3],
    ['a crash before there was any checkpoint', { kind: 'crash', epoch: 5 }, 100],
  ])('goes on after %s: each epoch once, and the numbers of an undisturbed training', async (_, fault, every) => {
    const { epochs, error, reports } = await trained([fault], every);
    expect(error).toBeUndefined();
    expect(JSON.stringify(epochs)).toBe(JSON.stringify(await undisturbed()));
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
    const checkpoint = every > experiment.epochs ? null : Math.floor((fault.epoch - 1) / every) * every;
    expect(requests.map(({ from, without }) => [from?.epoch ?? null, without])).toEqual([
      [null, []],
      [checkpoint, ['webgl']],
    ]);
    expect(reports.map(({ engine }) => engine)).toEqual(['webgl', 'wasm']);
  });

  it('says from which epoch on another engine computed, and why', async () => {
    const { switches } = await trained([{ kind: 'lost', epoch: 6 }], 4);
    expect(switches).toEqual([
      { engine: 'webgl', switched: null },
      { engine: 'wasm', switched: { epoch: 6, from: 'webgl', reason: 'WebGL failed (it was lost).' } },
    ]);
  });

  it('keeps WASM where WASM’s worker crashed', async () => {
    const { switches, epochs } = await trained([{ kind: 'crash', epoch: 3 }], 1, 'wasm');
    expect(requests.map(({ without }) => without)).toEqual([[], []]);
    expect(switches[1]?.switched).toEqual({
      epoch: 3,
      from: 'wasm',
      reason: 'The worker that trains the head stopped (out of memory).',
    });
    expect(epochs).toHaveLength(8);
  });

  it('goes on a second time, and ends with a sentence at the third', async () => {
    const crash = (epoch: number): Fault => ({ kind: 'crash', epoch });
    const twice = await trained([crash(3), crash(5)]);
    expect(JSON.stringify(twice.epochs)).toBe(JSON.stringify(await undisturbed()));
    for (const worker of made.splice(0)) worker.terminate();
    const thrice = await trained([crash(3), crash(5), crash(7)]);
    expect(thrice.epochs).toHaveLength(6);
    expect(String(thrice.error)).toContain('The worker that trains the head stopped (out of memory).');
  });

  it('starts over without WebGL where the card is lost before the first epoch', async () => {
    const { epochs, switches } = await trained([{ kind: 'lost', epoch: 0 }]);
    expect(epochs).toHaveLength(8);
    expect(switches).toEqual([{ engine: 'wasm', switched: expect.objectContaining({ epoch: 1, from: 'webgl' }) }]);
  });

  it('does not try again what crashes as it opens', async () => {
    const { error, epochs } = await trained([{ kind: 'crash', epoch: 0 }]);
    expect(String(error)).toContain('stopped (out of memory)');
    expect(epochs).toEqual([]);
    expect(made).toHaveLength(1);
  });

  it('is over where the worker crashes after the last epoch', async () => {
    const client = createHeadClient(() => {
      const worker = faultyWorker(undefined, 'wasm', 1);
      made.push(worker);
      return asWorker(worker);
    }, '');
    const seen: number[] = [];
    for await (const { epoch } of client.train(experiment, dataset, new AbortController().signal, () => undefined)) {
      seen.push(epoch);
      if (epoch === experiment.epochs) made[0]?.crash('Uncaught Error: out of memory');
    }
    expect(seen).toHaveLength(experiment.epochs);
    expect(made).toHaveLength(1);
  });

  it('is not repeated where the error is its own', async () => {
    const client = createHeadClient(() => {
      const worker = faultyWorker(undefined, 'webgl', 1);
      made.push(worker);
      return asWorker(worker);
    }, '');
    const broken = { ...dataset, features: dataset.features.map(() => NaN) };
    const epochs = client.train(experiment, broken, new AbortController().signal, () => undefined);
    await expect(epochs[Symbol.asyncIterator]().next()).rejects.toThrow(/learning rate/);
    expect(made).toHaveLength(1);
  });

  it('ends quietly where it is stopped meanwhile', async () => {
    const client = createHeadClient(() => {
      const worker = faultyWorker({ kind: 'crash', epoch: 4 }, 'webgl', 1);
      made.push(worker);
      return asWorker(worker);
    }, '');
    const controller = new AbortController();
    const seen: number[] = [];
    for await (const { epoch } of client.train(experiment, dataset, controller.signal, () => undefined)) {
      seen.push(epoch);
      if (epoch === 3) controller.abort();
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(made).toHaveLength(1);
  });
});
