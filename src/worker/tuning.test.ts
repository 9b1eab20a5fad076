import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tinyBase, tinyFiles } from '../../e2e/fixtures/tinyBase';
import type { HeadEngineReport } from '../core/engine';
import { startEngine } from '../model/engine';
import { mapsDataset, tinyPlan, tunedExperiment } from '../model/tail.fixture';
import { registerWasmGradients } from '../model/wasmGradients';
import { asWorker, FakeWorker } from './fakeWorker.fixture';
import { createHeadClient } from './headClient';
import { createHeadService, type TailOrder } from './headService';
import { tuningParts } from './tuningParts';

const made: FakeWorker[] = [];

beforeAll(async () => {
  registerWasmGradients();
  await startEngine('wasm', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
});
afterEach(() => {
  for (const worker of made.splice(0)) worker.terminate();
});

async function job(engines: readonly ('wasm' | 'cpu')[] = ['wasm', 'cpu'], changes: Partial<TailOrder> = {}) {
  const { json, shards } = tinyFiles();
  const tail: TailOrder = {
    plan: tinyPlan,
    source: {
      kind: 'own',
      model: {
        format: 'graph',
        json,
        weights: new Blob(shards.map(({ bytes }) => bytes)),
        inputSize: 4,
        inputRange: [0, 1],
        labels: null,
      },
    },
    randomSeed: null,
    baseUrl: '',
    ...changes,
  };
  const tiny = await tinyBase();
  const dataset = mapsDataset(tiny, tinyPlan.from);
  tiny.network.dispose();
  const experiment = tunedExperiment(dataset);
  const parts = tuningParts((_, without) => engines.filter((engine) => !without.includes(engine)));
  const client = createHeadClient(
    () => {
      const worker = new FakeWorker(
        createHeadService({ ...parts, guarded: (work) => work, tensors: () => tf.memory().numTensors }),
      );
      made.push(worker);
      return asWorker(worker);
    },
    '',
    tail,
  );
  const reports: HeadEngineReport[] = [];
  const train = (signal = new AbortController().signal) =>
    client.train(experiment, dataset, signal, (report) => void reports.push(report));
  return { client, train, reports };
}

describe('fine-tuning across a worker', () => {
  it('trains all epochs on WASM, tells engine and pairing, and that the rest of the base stayed as it was', async () => {
    const { client, train, reports } = await job();
    expect(await client.frozenDigests()).toBeNull();
    const epochs: number[] = [];
    for await (const { epoch, runs } of train()) {
      epochs.push(epoch);
      expect(runs).toHaveLength(8);
    }
    expect(epochs).toEqual([1, 2, 3, 4, 5, 6]);
    expect(reports.map(({ engine }) => engine)).toEqual(['wasm']);
    const starts = reports[0]?.fingerprints.map(({ initialWeights }) => initialWeights) ?? [];
    // Four arms of two seeds: a seed's arms start alike.
    expect(starts).toEqual([0, 1, 0, 1, 0, 1, 0, 1].map((at) => starts[at]));
    const digests = await client.frozenDigests();
    expect(digests?.before).toMatch(/^[0-9a-f]{64}$/);
    expect(digests?.after).toBe(digests?.before);
    client.dispose();
    expect(made.map(({ terminated }) => terminated)).toEqual([true]);
    expect(await client.frozenDigests()).toBeNull();
  });

  it('stops, and starts again with as many tensors as before', async () => {
    const { client, train } = await job();
    const tensors: number[] = [];
    for (let round = 0; round < 2; round++) {
      const controller = new AbortController();
      for await (const { epoch } of train(controller.signal)) if (epoch === 4) controller.abort();
      tensors.push(await client.tensors());
    }
    expect(tensors[1]).toBe(tensors[0]);
  });

  it('takes plain JavaScript where nothing else runs, and a base that never was trained', async () => {
    const random = await job(['cpu'], { randomSeed: 5 });
    for await (const { epoch } of random.train()) if (epoch === 4) break;
    expect(random.reports.map(({ engine }) => engine)).toEqual(['cpu']);
    const { before, after } = (await random.client.frozenDigests()) ?? {};
    expect(after).toBe(before);
    const pretrained = await job(['cpu']);
    for await (const { epoch } of pretrained.train()) if (epoch === 1) break;
    expect((await pretrained.client.frozenDigests())?.before).not.toBe(before);
  });

  it('says in a sentence why something cannot be unfrozen', async () => {
    const { train } = await job(['wasm'], { plan: { ...tinyPlan, from: 2 } });
    await expect(train()[Symbol.asyncIterator]().next()).rejects.toThrow('No block is unfrozen');
  });
});
