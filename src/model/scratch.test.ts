import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Experiment } from '../core/experiment';
import { stream } from '../core/rng';
import type { TrainedEpoch } from '../core/train';
import { scratchFeatures, scratchShape } from '../core/why/scratchShape';
import { scratchParameters, scratchSide, trainScratch } from './scratch';
import { initialScratch, scratchGradient, scratchKernels } from './scratchNetwork';
import { collect } from './toy.fixture';
import { DivergedError } from './twinProgram';
import { registerWasmGradients } from './wasmGradients';

const pixels = scratchSide * scratchSide * 3;

/** Horizontal and vertical stripes, alternately, of a random place and strength, in noise. */
function stripes(count: number): Dataset {
  const rng = stream(3, 'sample');
  const features = new Float32Array(count * pixels);
  for (let n = 0; n < count; n++) {
    const [phase, strength] = [6 * rng.uniform(), 0.2 + 0.3 * rng.uniform()];
    for (let at = 0; at < pixels; at++) {
      const pixel = Math.floor(at / 3);
      const place = n % 2 === 0 ? Math.floor(pixel / scratchSide) : pixel % scratchSide;
      features[n * pixels + at] = 0.5 + strength * Math.sin(place + phase) + 0.05 * rng.normal();
    }
  }
  return {
    classNames: ['horizontal', 'vertical'],
    pictureIds: Array.from({ length: count }, (_, n) => `p${n}`),
    labels: Int32Array.from({ length: count }, (_, n) => n % 2),
    features,
    copies: new Int32Array(),
    dimension: pixels,
  };
}

/** Every second pair of pictures is for validation. */
function experimentOf(dataset: Dataset, changes: Partial<Experiment> = {}): Experiment {
  const rows = [...dataset.labels.keys()];
  return {
    arms: [
      { name: 'without dropout', dropoutRate: 0 },
      { name: 'with dropout', dropoutRate: 0.3 },
    ],
    trials: [1, 2].map((seed) => ({
      seed,
      training: Int32Array.from(rows.filter((row) => row % 4 < 2)),
      validation: Int32Array.from(rows.filter((row) => row % 4 >= 2)),
      copies: Int32Array.from(dataset.copies, (_, k) => dataset.labels.length + k),
      givenLabels: dataset.labels,
    })),
    hidden: 0,
    dropoutAt: 'both',
    epochs: 2,
    batch: 8,
    lr: 0.003,
    l2: 0,
    isStandardised: false,
    ...changes,
  };
}

const metricsOf = async (experiment: Experiment, dataset: Dataset, signal = new AbortController().signal) =>
  (await collect(trainScratch(experiment, dataset, signal))).map(({ metrics }: TrainedEpoch) => metrics);

describe('a network from scratch', () => {
  const dataset = stripes(24);

  beforeAll(async () => {
    setWasmPaths(`${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    registerWasmGradients();
    await tf.setBackend('wasm');
  });
  afterEach(() => expect(tf.memory()).toMatchObject({ numTensors: 0, numDataBuffers: 0 }));

  it('learns stripes', async () => {
    const more = stripes(40);
    const experiment = experimentOf(more, { epochs: 15 });
    const epochs = await metricsOf({ ...experiment, trials: experiment.trials.slice(0, 1) }, more);
    expect(epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    for (const { train, validation } of epochs.at(-1)?.runs ?? []) {
      expect(train.accuracy).toBeGreaterThan(0.95);
      expect(validation.accuracy).toBeGreaterThan(0.95);
    }
  });

  it('gives the same numbers every time, and every seed its own', async () => {
    const first = await metricsOf(experimentOf(dataset), dataset);
    expect(await metricsOf(experimentOf(dataset), dataset)).toEqual(first);
    const [one, two] = first.at(-1)?.runs ?? [];
    expect(one).not.toEqual(two);
  });

  it('trains a run as it would be trained alone', async () => {
    const experiment = experimentOf(dataset, { l2: 0.001 });
    const together = await metricsOf(experiment, dataset);
    const alone = await metricsOf({ ...experiment, trials: experiment.trials.slice(1) }, dataset);
    expect(alone.map(({ runs }) => runs)).toEqual(together.map(({ runs }) => [runs[1], runs[3]]));
  });

  it.each([0, 0.5])('A/A: two arms of rate %d are one run, and what is seen has dropout on', async (dropoutRate) => {
    const arms = ['left', 'right'].map((name) => ({ name, dropoutRate }));
    for (const { runs } of await metricsOf(experimentOf(dataset, { arms }), dataset))
      expect(runs.slice(0, 2)).toEqual(runs.slice(2));
  });

  it('starts the arms of a seed alike: before the first step, what is seen differs by the masks only', async () => {
    const experiment = experimentOf(dataset, { epochs: 1, lr: 0, batch: 40 });
    const [{ runs } = { runs: [] }] = await metricsOf(experiment, dataset);
    expect(runs[0]?.train).toEqual(runs[2]?.train);
    expect(runs[0]?.seen.loss).toBeCloseTo(runs[0]?.train.loss ?? NaN, 5);
    expect(runs[2]?.seen.loss).not.toBeCloseTo(runs[0]?.seen.loss ?? NaN, 5);
  });

  it('learns from altered copies and scores pictures only', async () => {
    const copies = Int32Array.of(0, 1, 4);
    const altered = [0, 1, 4].map((row) => dataset.features.subarray(row * pixels, (row + 1) * pixels).toReversed());
    const features = Float32Array.from([...dataset.features, ...altered.flatMap((values) => [...values])]);
    const more = { ...dataset, copies, features };
    const still = { epochs: 1, lr: 0 };
    const [without] = await metricsOf(experimentOf(dataset, still), dataset);
    const [withCopies] = await metricsOf(experimentOf(more, still), more);
    expect(withCopies?.runs.map(({ train }) => train)).toEqual(without?.runs.map(({ train }) => train));
    expect(withCopies?.runs[0]?.seen.loss).not.toBeCloseTo(without?.runs[0]?.seen.loss ?? NaN, 5);
  });

  it('scores training by the labels given and validation by the true ones', async () => {
    const experiment = experimentOf(dataset, { epochs: 1, lr: 0 });
    const trials = experiment.trials.map((trial) => ({ ...trial, givenLabels: dataset.labels.map((c) => 1 - c) }));
    const [right] = await metricsOf(experiment, dataset);
    const [wrong] = await metricsOf({ ...experiment, trials }, dataset);
    expect(wrong?.runs[0]?.train.accuracy).toBeCloseTo(1 - (right?.runs[0]?.train.accuracy ?? NaN));
    expect(wrong?.runs[0]?.validation).toEqual(right?.runs[0]?.validation);
  });

  it('leaves nothing behind when aborted in an epoch, between two, or left', async () => {
    const controller = new AbortController();
    const experiment = experimentOf(dataset, { epochs: 1000 });
    setTimeout(() => controller.abort(), 120);
    expect((await metricsOf(experiment, dataset, controller.signal)).length).toBeLessThan(1000);
    expect(tf.memory().numTensors).toBe(0);
    for await (const { checkpoint } of trainScratch(experiment, dataset, new AbortController().signal)) {
      expect(checkpoint).toBeNull();
      expect(tf.memory().numTensors).toBeGreaterThan(0);
      break;
    }
    expect(tf.memory().numTensors).toBe(0);
    expect(await metricsOf(experiment, dataset, AbortSignal.abort())).toEqual([]);
  });

  it('says so when the loss is no longer a number, and refuses features that are no pictures', async () => {
    await expect(metricsOf(experimentOf(dataset, { lr: 1e30 }), dataset)).rejects.toThrow(DivergedError);
    await expect(metricsOf(experimentOf(dataset), { ...dataset, dimension: 6 })).rejects.toThrow(RangeError);
  });
});

describe('its gradient', () => {
  it('is what a small change of a parameter does to the loss', async () => {
    await tf.setBackend('cpu');
    const [shape, rng] = [scratchShape(3), stream(4, 'sample')];
    const values = Array.from(initialScratch(shape, 1), (v) => v + 0.01 * rng.normal());
    const decay = 0.05;
    // Pictures of a sixteenth, because plain JavaScript takes its time; nothing depends on their size.
    const [B, S, C] = [2, scratchSide / 4, 3];
    const x = tf.tensor4d(Float32Array.from({ length: B * S * S * 3 }, rng.uniform), [B, S, S, 3]);
    const mask = tf.tensor2d(
      Array.from({ length: B * scratchFeatures }, () => (rng.uniform() < 0.3 ? 0 : 1 / 0.7)),
      [B, scratchFeatures],
    );
    const targets = tf.oneHot([0, 2], C) as tf.Tensor2D;
    const l2 = tf.tensor2d(
      scratchKernels(shape).map((on) => 2 * decay * on),
      [1, shape.size],
    );
    const at = (parameters: readonly number[]) =>
      tf.tidy(() => {
        const p = tf.tensor2d([...parameters], [1, shape.size]);
        const { gradient, logits } = scratchGradient(shape, p, { x, mask, targets }, l2);
        const entropy = tf.losses.softmaxCrossEntropy(targets, logits);
        const penalty = p.square().mul(l2).sum().div(2);
        return { gradient: gradient.dataSync(), loss: entropy.add(penalty).dataSync()[0] ?? NaN };
      });
    const { gradient } = at(values);
    const { convolutions, dense } = shape;
    const layers = [...convolutions, dense];
    for (const entry of layers.flatMap(({ kernelAt, biasAt }) => [kernelAt + 5, biasAt + 1])) {
      const h = 1e-3;
      const moved = (by: number) => at(values.map((v, i) => (i === entry ? v + by : v))).loss;
      const numeric = (moved(h) - moved(-h)) / (2 * h);
      expect(Math.abs(numeric - (gradient[entry] ?? NaN))).toBeLessThan(0.02 * Math.max(0.1, Math.abs(numeric)));
    }
    tf.dispose([x, mask, targets, l2]);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('has as many parameters as were counted by hand', () => {
    expect(scratchParameters(3)).toBe(27 * 16 + 16 + 144 * 32 + 32 + 288 * 64 + 64 + 64 * 3 + 3);
    expect(scratchParameters(5) - scratchParameters(3)).toBe(2 * 65);
  });
});
