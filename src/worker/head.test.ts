import * as tf from '@tensorflow/tfjs';
import { expose, releaseProxy, wrap } from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Experiment } from '../core/experiment';
import type { EpochMetrics } from '../core/metrics';
import { preferred } from '../model/headEngine';
import { train } from '../model/train';
import { trainRemotely } from './headClient';
import { createHeadService, type HeadService } from './headService';

const dataset: Dataset = {
  classNames: ['low', 'high'],
  pictureIds: ['a', 'b', 'c', 'd', 'e', 'f'],
  labels: Int32Array.of(0, 1, 0, 1, 0, 1),
  features: Float32Array.of(0, 1, 3, 2, 1, 0, 4, 4, 0, 0, 5, 3),
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
      givenLabels: Int32Array.of(0, 1, 0, 1, 0, 1),
    },
  ],
  hidden: 4,
  dropoutAt: 'both',
  epochs: 5,
  batch: 2,
  lr: 0.01,
  l2: 0,
};

describe('training across a port', () => {
  const { port1, port2 } = new MessageChannel();
  const remote = wrap<HeadService>(port2);
  const local = { remote, alive: <T>(call: Promise<T>) => call };
  const report = { engine: 'cpu', measured: [], fingerprints: [] } as const;

  beforeAll(async () => {
    await tf.setBackend('cpu');
    expose(
      createHeadService(
        train,
        () => Promise.resolve(report),
        () => tf.memory().numTensors,
      ),
      port1,
    );
  });
  afterAll(() => {
    remote[releaseProxy]();
    port1.close();
  });

  const run = async (changes: Partial<Experiment>, until: (epoch: number) => AbortController | null) => {
    const seen: EpochMetrics[] = [];
    const controller = new AbortController();
    const started = { ...experiment, ...changes };
    for await (const metrics of trainRemotely(local, '', started, dataset, controller.signal, () => undefined)) {
      seen.push(metrics);
      if (until(metrics.epoch)) controller.abort();
    }
    return seen;
  };

  it('gives the same curves as in-thread', async () => {
    const local: EpochMetrics[] = [];
    for await (const metrics of train(experiment, dataset, new AbortController().signal)) local.push(metrics);
    expect(await run({}, () => null)).toEqual(local);
    expect(await remote.tensors()).toBe(0);
  });

  it('stops when asked, leaves no tensor, and can start again', async () => {
    const controller = new AbortController();
    const stopped = await run({ epochs: 500 }, (epoch) => (epoch === 3 ? controller : null));
    expect(stopped).toHaveLength(3);
    expect(await remote.tensors()).toBe(0);
    expect(await run({}, () => null)).toHaveLength(5);
  });

  it('hands an error over as an error', async () => {
    const broken = { ...dataset, features: dataset.features.map(() => NaN) };
    const training = trainRemotely(local, '', experiment, broken, new AbortController().signal, () => undefined);
    await expect(training.next()).rejects.toThrow(/learning rate/);
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
