import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tinyBase } from '../../e2e/fixtures/tinyBase';
import type { Dataset, Experiment } from '../core/experiment';
import type { TailPlan } from '../core/tailPlan';
import type { TrainedEpoch } from '../core/train';
import { bundledBase } from './bundledBase';
import { startEngine } from './engine';
import { frozenDigest, pooledDataset, type TailedBase } from './tail';
import { mapsDataset, tinyPlan, tunedExperiment } from './tail.fixture';
import { collect, history } from './toy.fixture';
import { parseTopology } from './topology';
import { trainTuned, tunedStepsPerSecond } from './tuning';
import { registerWasmGradients } from './wasmGradients';

const never = new AbortController().signal;

let base: TailedBase;
let dataset: Dataset;
let experiment: Experiment;

beforeAll(async () => {
  await tf.setBackend('cpu');
  base = await tinyBase();
  dataset = mapsDataset(base, tinyPlan.from);
  experiment = tunedExperiment(dataset);
});

beforeEach(() => {
  const before = tf.memory().numTensors;
  return () => expect(tf.memory().numTensors).toBe(before);
});

const tuned = (plan: Partial<TailPlan> = {}, changes: Partial<Experiment> = {}, signal = never) =>
  trainTuned(base, { ...experiment, ...changes }, dataset, { ...tinyPlan, ...plan }, signal);

/** The runs of the control and of the tuned side in an epoch. */
const sides = ({ metrics: { runs } }: TrainedEpoch) =>
  [runs.slice(0, runs.length / 2), runs.slice(runs.length / 2)] as const;

const lossesOf = (epochs: readonly TrainedEpoch[], side: 0 | 1) =>
  epochs.flatMap((epoch) => sides(epoch)[side].flatMap(({ train, validation }) => [train.loss, validation.loss]));

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  if (a.length !== b.length) return Number.NaN;
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
};

describe('fine-tuning', () => {
  it('trains the head alone at first, as the head’s own training does', async () => {
    const epochs = await collect(tuned());
    expect(epochs.map(({ metrics }) => metrics.epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    const pooled = await pooledDataset(base, dataset, tinyPlan, never);
    if (!pooled) throw new Error('Nothing aborted it.');
    const alone = await history({ ...experiment, arms: experiment.arms.slice(0, 2), epochs: 3 }, pooled);
    for (const [i, { runs }] of alone.entries()) {
      const epoch = epochs[i];
      if (!epoch) throw new Error('An epoch is missing.');
      expect(sides(epoch)).toEqual([runs, runs]);
    }
  });

  it('goes on from there on both sides: what is trainable makes the difference, and the rest stays as it is', async () => {
    const digest = await frozenDigest(base, tinyPlan);
    const epochs = await collect(tuned({}, { epochs: 15 }));
    expect(await frozenDigest(base, tinyPlan)).toBe(digest);
    const last = epochs.slice(-1);
    expect(farthest(lossesOf(last, 0), lossesOf(last, 1))).toBeGreaterThan(0.01);
    expect(lossesOf(epochs, 1).every(Number.isFinite)).toBe(true);
    // More can be trained, so that more can be learned by heart.
    const [control, unfrozen] = last.flatMap(sides);
    expect(unfrozen?.[0]?.train.loss).toBeLessThan(control?.[0]?.train.loss ?? 0);
  });

  it('does nothing on either side at next to no rate', async () => {
    const epochs = await collect(tuned({ tuningRate: 1e-12 }));
    const before = epochs.slice(2, 3);
    for (const epoch of epochs.slice(3)) {
      expect(farthest(lossesOf([epoch], 0), lossesOf(before, 0))).toBeLessThan(1e-5);
      expect(farthest(lossesOf([epoch], 1), lossesOf(before, 0))).toBeLessThan(1e-5);
      // Same batches and masks: the score with dropout on is the same too.
      const [control, unfrozen] = sides(epoch);
      const seen = [control, unfrozen].map((runs) => runs.map(({ seen }) => seen.loss));
      expect(farthest(seen[0] ?? [], seen[1] ?? [])).toBeLessThan(1e-5);
    }
  });

  it('is the control where nothing is unfrozen', async () => {
    const idle = tf.tidy(() => tf.variable(tf.zeros([1])));
    const run = (x: tf.Tensor4D) => base.network.run('a/relu', x, ['c/relu'])[0] as tf.Tensor4D;
    const trainable = () => ({ variables: [idle], run, dispose: () => undefined });
    const frozen: TailedBase = { ...base, network: { ...base.network, trainable } };
    const epochs = await collect(trainTuned(frozen, experiment, dataset, { ...tinyPlan, tuningRate: 0.02 }, never));
    expect(farthest(lossesOf(epochs, 0), lossesOf(epochs, 1))).toBeLessThan(1e-5);
    idle.dispose();
  });

  it('gives arms of one rate the same run, and seeds runs that do not depend on each other', async () => {
    const arms = experiment.arms.map((arm) => ({ ...arm, dropoutRate: 0.4 }));
    const same = await collect(tuned({}, { arms }));
    for (const epoch of same) {
      const [, unfrozen] = sides(epoch);
      expect(unfrozen.slice(0, 2)).toEqual(unfrozen.slice(2));
    }
    const alone = await collect(tuned({}, { arms, trials: experiment.trials.slice(1) }));
    expect(alone.map(({ metrics }) => metrics.runs[2])).toEqual(same.map(({ metrics }) => metrics.runs[5]));
  });

  it.each([1, 3, 4])('stops where it is told to, after epoch %i, and leaves no tensor', async (last) => {
    const controller = new AbortController();
    const seen: number[] = [];
    for await (const { metrics } of tuned({}, {}, controller.signal)) {
      seen.push(metrics.epoch);
      if (metrics.epoch === last) controller.abort();
    }
    expect(seen.at(-1)).toBe(last);
    for await (const { metrics } of tuned()) if (metrics.epoch === last) break;
  });

  it('shows a rate that wrecks the base, and says at which one there are no numbers any more', async () => {
    const wrecked = await collect(tuned({ tuningRate: 3 }));
    expect(wrecked).toHaveLength(6);
    expect(lossesOf(wrecked, 1).every(Number.isFinite)).toBe(true);
    await expect(collect(tuned({ tuningRate: 1e30 }))).rejects.toMatchObject({
      name: 'DivergedError',
      message: expect.stringContaining('1e+30'),
    });
  });

  it('refuses arms that are no pairs, and maps of another block', async () => {
    await expect(collect(tuned({}, { arms: experiment.arms.slice(0, 3) }))).rejects.toThrow(RangeError);
    await expect(collect(tuned({ from: 1 }, {}))).resolves.toHaveLength(6);
    await expect(collect(tuned({ from: 2 }, {}))).rejects.toThrow(/No block is unfrozen/);
    const other = { ...dataset, dimension: dataset.dimension / 2 };
    await expect(collect(trainTuned(base, experiment, other, tinyPlan, never))).rejects.toThrow(
      /not those of the block/,
    );
  });
});

describe('fine-tuning on WASM', () => {
  const poolings = ['average', 'max'] as const;
  const onCpu = new Map<string, readonly TrainedEpoch[]>();
  beforeAll(async () => {
    for (const pooling of poolings) onCpu.set(pooling, await collect(tuned({ pooling })));
    registerWasmGradients();
    await startEngine('wasm', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
    return async () => {
      await tf.setBackend('cpu');
    };
  });

  it.each(poolings)('gives what plain JavaScript gives, pooled: %s', async (pooling) => {
    const own = await tinyBase();
    const onWasm = await collect(trainTuned(own, experiment, dataset, { ...tinyPlan, pooling }, never));
    expect(farthest(lossesOf(onWasm, 1), lossesOf(onCpu.get(pooling) ?? [], 1))).toBeLessThan(1e-3);
    own.network.dispose();
  });

  it('unfreezes the last block of the bundled base, and its speed can be measured', async () => {
    const folder = 'node_modules/@vladmandic/human/models/';
    const json = readFileSync(`${folder}centernet.json`, 'utf8');
    const topology = parseTopology(json);
    if (!topology) throw new Error('The bundled base is not there.');
    const bundled = await bundledBase({
      json,
      topology,
      weights: new Uint8Array(readFileSync(`${folder}centernet.bin`)).buffer,
    });
    const plan = { ...tinyPlan, from: 14, to: 15, frozenEpochs: 1, tuningRate: 0.001 };
    const maps = mapsDataset(bundled, plan.from);
    const own = { ...experiment, trials: experiment.trials.slice(0, 1), epochs: 2, batch: 8 };
    const loaded = tf.memory().numTensors;
    const digest = await frozenDigest(bundled, plan);
    const epochs = await collect(trainTuned(bundled, own, maps, plan, never));
    expect(epochs).toHaveLength(2);
    expect(farthest(lossesOf(epochs.slice(1), 0), lossesOf(epochs.slice(1), 1))).toBeGreaterThan(1e-4);
    expect(await frozenDigest(bundled, plan)).toBe(digest);
    expect(await tunedStepsPerSecond(bundled, own, maps, plan, 0.05)).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(loaded);
    bundled.dispose();
  });
});
