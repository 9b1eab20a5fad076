import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment } from '../core/experiment';
import { stream } from '../core/rng';
import { Batches } from '../core/batches';
import { headShape, initialParameters } from '../core/headShape';
import { evaluate, lossGradient } from './head';
import { standardised, standardiser } from '../core/standardise';
import { C, collect, curveOf, D, history, toyDataset, toyExperiment, toyTrial } from './toy.fixture';
import { fingerprints, train } from './train';
import { DivergedError } from './twinProgram';

describe('twin training', () => {
  const dataset = toyDataset();

  beforeAll(async () => {
    await tf.setBackend('cpu');
  });
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  it('trains every run of the stack exactly as it would be trained alone', async () => {
    const trials = [toyTrial(dataset, 1), toyTrial(dataset, 2, 20), toyTrial(dataset, 3, 30)];
    const experiment = toyExperiment(dataset, { trials, l2: 0.001 });
    const together = await history(experiment, dataset);
    for (const [k, trial] of trials.entries()) {
      const alone = await history({ ...experiment, trials: [trial] }, dataset);
      expect(curveOf(alone, 0)).toEqual(curveOf(together, k));
      expect(curveOf(alone, 1)).toEqual(curveOf(together, trials.length + k));
    }
  });

  it.each([0, 0.5])('A/A: two arms of rate %d draw identical curves', async (dropoutRate) => {
    const arms = [
      { name: 'left', dropoutRate },
      { name: 'right', dropoutRate },
    ];
    for (const epoch of await history(toyExperiment(dataset, { arms }), dataset))
      expect(epoch.runs.slice(0, 3)).toEqual(epoch.runs.slice(3));
  });

  it('gives the same numbers every time, and others for another seed or rate', async () => {
    const first = await history(toyExperiment(dataset), dataset);
    expect(await history(toyExperiment(dataset), dataset)).toEqual(first);
    expect(curveOf(first, 0)).not.toEqual(curveOf(first, 1));
    expect(curveOf(first, 0)).not.toEqual(curveOf(first, 3));
  });

  it('shows the pairing: arms of a seed share start, order, pictures and labels; seeds do not', async () => {
    const prints = await fingerprints(toyExperiment(dataset), dataset);
    expect(prints).toHaveLength(6);
    expect(prints.slice(0, 3)).toEqual(prints.slice(3));
    const keys = ['initialWeights', 'batchOrder', 'trainingPictures', 'validationPictures', 'givenLabels'] as const;
    for (const key of keys) {
      expect(new Set(prints.map((print) => print[key])).size).toBe(3);
      expect(prints[0]?.[key]).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(await fingerprints(toyExperiment(dataset), dataset)).toEqual(prints);
  });

  it('learns: the training loss falls by more than half', async () => {
    const trials = [toyTrial(dataset, 1)].map((trial) => ({ ...trial, givenLabels: dataset.labels }));
    const epochs = await history(toyExperiment(dataset, { trials, epochs: 30 }), dataset);
    expect(epochs.at(-1)?.runs[0]?.train.loss).toBeLessThan((epochs[0]?.runs[0]?.train.loss ?? 0) / 2);
  });

  it('leaves no tensor when stopped, left, or trained again 20 times', async () => {
    const controller = new AbortController();
    let epochs = 0;
    for await (const _ of train(toyExperiment(dataset), dataset, controller.signal)) {
      epochs++;
      if (epochs === 2) controller.abort();
    }
    expect(epochs).toBe(2);
    for await (const _ of train(toyExperiment(dataset), dataset, new AbortController().signal)) break;
    for (let i = 0; i < 20; i++) await history(toyExperiment(dataset, { epochs: 1 }), dataset);
  });

  it('stops in the middle of a long epoch', async () => {
    const experiment = toyExperiment(dataset, { batch: 1, hidden: 256, epochs: 1000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 60);
    const epochs = await collect(train(experiment, dataset, controller.signal));
    expect(epochs.length).toBeLessThan(1000);
  });

  it('ends with a sentence when the loss is no longer a number', async () => {
    const broken = { ...dataset, features: dataset.features.map((v, at) => (at === 3 ? NaN : v)) };
    await expect(history(toyExperiment(broken), broken)).rejects.toThrow(DivergedError);
  });

  it('works without a hidden layer and with dropout on the hidden layer only', async () => {
    const linear = await history(toyExperiment(dataset, { hidden: 0 }), dataset);
    expect(curveOf(linear, 0)).not.toEqual(curveOf(linear, 3));
    const nothingToDrop = await history(toyExperiment(dataset, { hidden: 0, dropoutAt: 'hidden' }), dataset);
    expect(curveOf(nothingToDrop, 0)).toEqual(curveOf(nothingToDrop, 3));
  });

  it('agrees with a tf.layers twin: same weights, batches, optimiser', async () => {
    const trial = toyTrial(dataset, 5, 24);
    const experiment = toyExperiment(dataset, {
      arms: [{ name: 'only', dropoutRate: 0 }],
      trials: [trial],
      epochs: 4,
      l2: 0.01,
    });
    const ours = await history(experiment, dataset);

    const own = standardiser(dataset.features, D, trial.training);
    const x = standardised(dataset.features, own);
    const shape = headShape(D, 8, C);
    const initial = initialParameters(shape, trial.seed);
    const regularizer = () => tf.regularizers.l2({ l2: 0.01 });
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 8, activation: 'relu', inputShape: [D], kernelRegularizer: regularizer() }),
        tf.layers.dense({ units: C, activation: 'softmax', kernelRegularizer: regularizer() }),
      ],
    });
    tf.tidy(() =>
      model.setWeights(
        shape.layers.flatMap(({ inputs, units, kernelAt, biasAt }) => [
          tf.tensor(initial.slice(kernelAt, biasAt), [inputs, units]),
          tf.tensor(initial.slice(biasAt, biasAt + units), [units]),
        ]),
      ),
    );
    const optimizer = tf.train.adam(experiment.lr);
    model.compile({ optimizer, loss: 'categoricalCrossentropy' });
    const order = stream(trial.seed, 'shuffle');
    let rows = [...trial.training];
    const { shuffle } = await import('../core/rng');
    for (const epoch of ours) {
      rows = shuffle(rows, order);
      for (let from = 0; from < rows.length; from += 8) {
        const batch = rows.slice(from, from + 8);
        const xs = tf.tensor2d(
          batch.flatMap((row) => [...x.subarray(row * D, row * D + D)]),
          [batch.length, D],
        );
        const ys = tf.oneHot(
          batch.map((row) => trial.givenLabels[row] ?? 0),
          C,
        );
        await model.trainOnBatch(xs, ys);
        tf.dispose([xs, ys]);
      }
      const probabilities = tf.tidy(() => {
        const all = tf.tensor2d(x, [dataset.labels.length, D]);
        const predicted = model.predict(all);
        if (Array.isArray(predicted)) throw new TypeError('one output expected');
        return predicted.dataSync();
      });
      const loss =
        -trial.validation.reduce(
          (sum, row) => sum + Math.log(probabilities[row * C + (dataset.labels[row] ?? 0)] ?? NaN),
          0,
        ) / trial.validation.length;
      expect(epoch.runs[0]?.validation.loss).toBeCloseTo(loss, 4);
    }
    model.dispose();
    optimizer.dispose();
    tf.disposeVariables();
  });
});

describe('the head', () => {
  beforeAll(async () => {
    await tf.setBackend('cpu');
  });
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  it.each([5, 0])('has the gradient that finite differences give (H = %d)', (H) => {
    const R = 2;
    const B = 4;
    const shape = headShape(D, H, C);
    const rng = stream(3, 'init');
    const normal = (n: number) => Float32Array.from({ length: n }, () => rng.normal());
    const at = Float32Array.from([...initialParameters(shape, 1), ...initialParameters(shape, 2)]);
    const l2 = 0.02;
    const values = {
      x: normal(R * B * D),
      mask: Float32Array.from({ length: R * B * H }, () => (rng.uniform() < 0.5 ? 0 : 2)),
      labels: Int32Array.from({ length: R * B }, () => rng.below(C)),
    };
    const inputs = () => ({
      x: tf.tensor3d(values.x, [R, B, D]),
      hiddenMask: H > 0 ? tf.tensor3d(values.mask, [R, B, H]) : null,
      targets: tf.oneHot(tf.tensor1d(values.labels, 'int32'), C).reshape<tf.Tensor3D>([R, B, C]),
      // The last row of each run is padding.
      weights: tf.tensor3d(
        Float32Array.from({ length: R * B }, (_, i) => (i % B === B - 1 ? 0 : 1 / 3)),
        [R, B, 1],
      ),
    });
    const isKernel = (p: number) => shape.layers.some((l) => p % shape.size >= l.kernelAt && p % shape.size < l.biasAt);
    const penalty = Float32Array.from({ length: shape.size }, (_, p) => (isKernel(p) ? 2 * l2 : 0));
    const gradient = tf.tidy(() =>
      lossGradient(
        shape,
        tf.tensor2d(at, [R, shape.size]),
        inputs(),
        tf.tensor2d(penalty, [1, shape.size]),
      ).gradient.dataSync(),
    );
    /** The loss itself, in float64 from the forward pass's logits. */
    const loss = (parameters: Float32Array) => {
      const logits = tf.tidy(() =>
        lossGradient(shape, tf.tensor2d(parameters, [R, shape.size]), inputs(), null).logits.dataSync(),
      );
      let sum = 0;
      for (let row = 0; row < R * B; row++) {
        if (row % B === B - 1) continue;
        const own = [...logits.subarray(row * C, row * C + C)];
        sum += (Math.log(own.reduce((s, v) => s + Math.exp(v), 0)) - (own[values.labels[row] ?? 0] ?? NaN)) / 3;
      }
      return parameters.reduce((s, w, p) => s + (isKernel(p) ? l2 * w * w : 0), sum);
    };
    const step = 1e-2;
    for (let p = 0; p < at.length; p++) {
      const moved = (by: number) => loss(at.map((w, i) => (i === p ? w + by : w)));
      expect(gradient[p]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 2);
    }
  });

  it('evaluates as if every run had standardised its own copy of the features', () => {
    const shape = headShape(D, 4, C);
    const dataset = toyDataset(9);
    const own = standardiser(dataset.features, D, Int32Array.of(0, 2, 4, 5));
    tf.tidy(() => {
      const parameters = tf.tensor2d(initialParameters(shape, 1), [1, shape.size]);
      const raw = tf.tensor3d(dataset.features, [1, 9, D]);
      const folded = evaluate(
        shape,
        parameters,
        raw,
        tf.tensor3d(own.shift, [1, 1, D]),
        tf.tensor3d(own.scale, [1, 1, D]),
      );
      const copied = evaluate(
        shape,
        parameters,
        tf.tensor3d(standardised(dataset.features, own), [1, 9, D]),
        tf.zeros([1, 1, D]),
        tf.ones([1, 1, D]),
      );
      expect(folded.sub(copied).abs().max().dataSync()[0]).toBeLessThan(1e-4);
    });
  });
});

describe('batches', () => {
  const dataset = toyDataset();
  const experiment = toyExperiment(dataset, {
    trials: [toyTrial(dataset, 1)],
    arms: [0, 0.5, 0.8].map((dropoutRate) => ({ name: `${dropoutRate}`, dropoutRate })),
    hidden: 400,
  });
  const x = new Float32Array(dataset.labels.length * D).fill(1);
  const plain = { shift: new Float32Array(D), scale: new Float32Array(D).fill(1) };
  const make = (changes: Partial<Experiment> = {}) => new Batches({ ...experiment, ...changes }, dataset, x, [plain]);

  it('draws inverted masks: 0 or 1 / (1 - rate), the rate as the share dropped, mean 1', () => {
    const batches = make();
    batches.startEpoch();
    const { hiddenMask } = batches.next(0);
    const perRun = hiddenMask.length / 3;
    [0, 0.5, 0.8].forEach((rate, r) => {
      const own = [...hiddenMask.subarray(r * perRun, (r + 1) * perRun)];
      expect(new Set(own.map((v) => Math.fround(v)))).toEqual(
        new Set(rate === 0 ? [1] : [0, Math.fround(1 / (1 - rate))]),
      );
      expect(own.filter((v) => v === 0).length / own.length).toBeCloseTo(rate, 1);
      expect(own.reduce((s, v) => s + v, 0) / own.length).toBeCloseTo(1, 0);
    });
  });

  it('draws a fresh mask at every step, and drops features only where dropout acts on them', () => {
    const batches = make();
    batches.startEpoch();
    expect(batches.next(0).hiddenMask).not.toEqual(batches.next(1).hiddenMask);
    const hiddenOnly = make({ dropoutAt: 'hidden' });
    hiddenOnly.startEpoch();
    expect(new Set(hiddenOnly.next(0).x)).toEqual(new Set([1]));
  });

  it('shows every training picture once an epoch, in a new order', () => {
    const batches = make();
    const epoch = () => {
      batches.startEpoch();
      return Array.from({ length: batches.stepsPerEpoch }, (_, s) => [...(batches.next(s).rows[0] ?? [])]).flat();
    };
    const [first, second] = [epoch(), epoch()];
    expect(first.toSorted((a, b) => a - b)).toEqual([...(experiment.trials[0]?.training ?? [])]);
    expect(second.toSorted((a, b) => a - b)).toEqual(first.toSorted((a, b) => a - b));
    expect(second).not.toEqual(first);
  });
});
