import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HeadEngineReport } from '../core/engine';
import type { Dataset, Experiment } from '../core/experiment';
import type { EpochMetrics } from '../core/metrics';
import { preferred } from '../model/headEngine';
import { train, trainEpochs } from '../model/train';
import { asWorker, FakeWorker } from './fakeWorker.fixture';
import { createHeadClient, type HeadClient } from './headClient';
import { createHeadService, type HeadParts, type HeadService } from './headService';

const dataset: Dataset = {
  classNames: ['low', 'high'],
  pictureIds: ['a', 'b', 'c', 'd', 'e', 'f'],
  labels: Int32Array.of(0, 1, 0, 1, 0, 1),
  features: Float32Array.of(0, 1, 3, 2, 1, 0, 4, 4, 0, 0, 5, 3, 1, 3),
  copies: Int32Array.of(1),
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
      training: Int32Array.of(0, 1, 2, 3),
      validation: Int32Array.of(4, 5),
      copies: Int32Array.of(6),
      givenLabels: Int32Array.of(0, 1, 0, 1, 0, 1),
    },
  ],
  hidden: 4,
  dropoutAt: 'both',
  epochs: 5,
  batch: 2,
  lr: 0.01,
  l2: 0,
  isStandardised: false,
};

const report: HeadEngineReport = { engine: 'cpu', measured: [], fingerprints: [], switched: null };

const parts: HeadParts = {
  train: ({ experiment, dataset, from }, signal) =>
    trainEpochs(experiment, dataset, signal, from, { share: 1, grace: 0 }),
  prepare: () => Promise.resolve(report),
  guarded: (work) => work,
  tensors: () => tf.memory().numTensors,
};
const service = (changes: Partial<HeadParts> = {}): HeadService => createHeadService({ ...parts, ...changes });

const never = () => new Promise<never>(() => undefined);
const made: FakeWorker[] = [];

/** The n-th worker runs the n-th service; the last one again after that. */
function clientOf(...services: readonly HeadService[]) {
  return createHeadClient(() => {
    const worker = new FakeWorker(services[Math.min(made.length, services.length - 1)] ?? service());
    made.push(worker);
    return asWorker(worker);
  }, '');
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => {
  vi.useRealTimers();
  for (const worker of made.splice(0)) worker.terminate();
});

const collect = async (epochs: AsyncIterable<EpochMetrics>) => {
  const seen: EpochMetrics[] = [];
  for await (const metrics of epochs) seen.push(metrics);
  return seen;
};

const start = (client: HeadClient, signal = new AbortController().signal, changes: Partial<Experiment> = {}) =>
  client.train({ ...experiment, ...changes }, dataset, signal, () => undefined);

const turn = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 10);
  });

describe('training across a worker', () => {
  it('gives the same curves as in-thread', async () => {
    const client = clientOf(service());
    const inThread = await collect(train(experiment, dataset, new AbortController().signal));
    expect(await collect(start(client))).toEqual(inThread);
    expect(await client.tensors()).toBe(0);
  });

  it('stops when asked, leaves no tensor, and can start again', async () => {
    const client = clientOf(service());
    const controller = new AbortController();
    let epochs = 0;
    for await (const { epoch } of start(client, controller.signal, { epochs: 500 })) {
      epochs = epoch;
      if (epoch === 3) controller.abort();
    }
    expect(epochs).toBe(3);
    expect(await client.tensors()).toBe(0);
    expect(await collect(start(client))).toHaveLength(5);
    expect(made).toHaveLength(1);
  });

  it('hands an error over as an error', async () => {
    const broken = { ...dataset, features: dataset.features.map(() => NaN) };
    const training = clientOf(service()).train(experiment, broken, new AbortController().signal, () => undefined);
    await expect(collect(training)).rejects.toThrow(/learning rate/);
  });

  it.each([
    ['an epoch', { ...service(), open: () => Promise.resolve({ id: 1, report }), next: never, stop: never }],
    ['the start', { ...service(), open: never }],
  ])('a stop ends the worker where %s hangs, and the next training gets a fresh one', async (_, hanging) => {
    const client = clientOf(hanging, service());
    const controller = new AbortController();
    const stopped = collect(start(client, controller.signal));
    await turn();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    controller.abort();
    const next = collect(start(client));
    await vi.advanceTimersByTimeAsync(1900);
    expect(made.map(({ terminated }) => terminated)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(200);
    expect(made[0]?.terminated).toBe(true);
    vi.useRealTimers();
    expect(await stopped).toEqual([]);
    expect(await next).toHaveLength(5);
    expect(made).toHaveLength(2);
  });
});

describe('the service in the worker', () => {
  it('opens and stops one after the other, and leaves no training behind', async () => {
    const log: string[] = [];
    let trainings = 0;
    const slow = createHeadService({
      ...parts,
      train: async function* slowly() {
        const name = `training ${++trainings}`;
        try {
          for (let epoch = 1; ; epoch++) {
            await turn();
            yield { metrics: { epoch, runs: [] }, checkpoint: null };
          }
        } finally {
          log.push(`${name} ended`);
        }
      },
      prepare: async () => {
        log.push('measuring');
        await turn();
        log.push('measured');
        return report;
      },
    });
    const open = () => slow.open({ experiment, dataset, wasmPath: '', from: null, without: [] });
    const [first, second] = await Promise.all([open(), open()]);
    expect(log).toEqual(['measuring', 'measured', 'measuring', 'measured']);
    expect(await slow.next(first.id)).toBeNull();
    log.length = 0;

    const running = slow.next(second.id);
    const stopped = slow.stop(second.id);
    const third = await open();
    await Promise.all([running, stopped]);
    expect(log).toEqual(['training 1 ended', 'measuring', 'measured']);
    await slow.next(third.id);
    await slow.stop(third.id);
    expect(log.at(-1)).toBe('training 2 ended');
  });
});

describe('the engine of the head', () => {
  it('is WASM unless another is clearly faster', () => {
    const speeds = (wasm: number, webgl: number) =>
      preferred([
        { engine: 'wasm', runStepsPerSecond: wasm },
        { engine: 'webgl', runStepsPerSecond: webgl },
      ])?.engine;
    expect(speeds(1000, 1400)).toBe('wasm');
    expect(speeds(1000, 1600)).toBe('webgl');
    expect(preferred([])).toBeUndefined();
  });
});
