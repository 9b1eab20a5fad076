import * as tf from '@tensorflow/tfjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tinyBase } from '../../e2e/fixtures/tinyBase';
import { Batches } from '../core/batches';
import { conditioningOf } from '../core/conditioning';
import type { Dataset, Experiment } from '../core/experiment';
import { headShape } from '../core/headShape';
import { evaluate } from './head';
import { pooledDataset, type TailedBase } from './tail';
import { mapsDataset, tinyPlan, tunedExperiment } from './tail.fixture';
import { TailProgram, type TailParts } from './tailProgram';
import { TunedRuns } from './tunedRuns';
import { TwinProgram } from './twinProgram';

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

async function partsOf(plan = tinyPlan) {
  const pooled = await pooledDataset(base, dataset, plan, never);
  const [from, to] = [base.anatomy.blocks[plan.from], base.anatomy.blocks[plan.to]];
  if (!pooled || !from || !to) throw new Error('There is no such block.');
  const own = { ...experiment, arms: experiment.arms.slice(2) };
  const tail = base.network.trainable(from.node, to.node);
  const parts: TailParts = {
    tail,
    from,
    pooling: plan.pooling,
    dataset,
    conditioning: conditioningOf(own, pooled),
    experiment: own,
    dimension: pooled.dimension,
  };
  return { parts, pooled, own, tail };
}

/** The frozen training of the two rates, as far as the plan goes. */
async function converged(own: Experiment, pooled: Dataset) {
  const program = new TwinProgram(own, pooled);
  for (let epoch = 1; epoch <= tinyPlan.frozenEpochs; epoch++) await program.epoch(epoch, never);
  const checkpoint = await program.checkpoint(tinyPlan.frozenEpochs);
  program.dispose();
  return checkpoint;
}

describe('the program of an unfrozen tail', () => {
  it.each(['average', 'max', 'flatten'] as const)('follows the gradient of its loss, pooled: %s', async (pooling) => {
    const { parts, pooled, own, tail } = await partsOf({ ...tinyPlan, pooling });
    const program = new TailProgram(parts);
    const trial = own.trials.slice(1);
    const batches = new Batches(
      { ...own, trials: trial },
      pooled,
      parts.conditioning.x,
      parts.conditioning.trials.slice(1),
    );
    batches.startEpoch();
    const batch = batches.next(1, true);
    const head = new Float32Array(headShape(pooled.dimension, own.hidden, 3).size).map((_, i) => 0.4 * Math.sin(3 * i));
    const start = await program.startWith(head);
    /** By variable, with one number changed. */
    const at = (variable: number, place: number, by: number) =>
      program.putState(
        start.map((own, i) =>
          i === variable ? { ...own, parameters: own.parameters.map((v, k) => (k === place ? v + by : v)) } : own,
        ),
      );
    at(0, 0, 0);
    const { gradients, logits } = program.gradients(batch, 1, 1);
    const exact = gradients.map((gradient) => gradient.dataSync<'float32'>());
    tf.dispose([gradients, logits].flat());
    const rows = batch.rows[0] ?? [];
    const targets = batch.targets.subarray(batch.targets.length / 2);
    const kernels = start.flatMap(({ parameters }, i) =>
      i === start.length - 4 || i === start.length - 2 ? [{ i, parameters }] : [],
    );
    const lossAt = (variable: number, place: number, by: number) => {
      at(variable, place, by);
      const { gradients, logits } = program.gradients(batch, 1, 1);
      const likelihood = tf.tidy(() => [...tf.logSoftmax(logits).dataSync()]);
      tf.dispose([gradients, logits].flat());
      const entropy = -likelihood.reduce((sum, value, i) => sum + value * (targets[i] ?? 0), 0) / rows.length;
      return kernels.reduce(
        (sum, { i, parameters }) =>
          parameters.reduce((part, v, k) => part + own.l2 * (v + (i === variable && k === place ? by : 0)) ** 2, sum),
        entropy,
      );
    };
    // Small, because rectifiers and maxima have kinks.
    const step = 3e-4;
    for (const [variable, slopes] of exact.entries())
      for (let place = variable % 3; place < slopes.length; place += 3) {
        const slope = (lossAt(variable, place, step) - lossAt(variable, place, -step)) / (2 * step);
        expect(Math.abs(slope - (slopes[place] ?? Number.NaN)), `variable ${variable}, ${place}`).toBeLessThan(2e-3);
      }
    program.dispose();
    tail.dispose();
  });

  it('answers at the moment of unfreezing what the frozen head answers', async () => {
    const { parts, pooled, own, tail } = await partsOf();
    const { parameters } = await converged({ ...own, l2: 0 }, pooled);
    const runs = new TunedRuns(parts, { heads: parameters, epochs: 3, learningRate: 0.01, pooled });
    expect(await runs.begin(never)).toBe(true);
    const rows = Int32Array.from(dataset.labels.keys());
    const shape = headShape(pooled.dimension, own.hidden, 3);
    for (let r = 0; r < 4; r++) {
      const { shift, scale } = parts.conditioning.trials[r % 2] ?? parts.conditioning.common;
      const frozen = tf.tidy(() => {
        const x = tf.tensor3d(parts.conditioning.x, [1, rows.length + dataset.copies.length, pooled.dimension]);
        const own = tf.tensor2d(parameters.slice(r * shape.size, (r + 1) * shape.size), [1, shape.size]);
        const conditioned = [
          tf.tensor3d(shift, [1, 1, shift.length]),
          tf.tensor3d(scale, [1, 1, scale.length]),
        ] as const;
        return evaluate(shape, own, x, ...conditioned)
          .dataSync<'float32'>()
          .slice(0, rows.length * 3);
      });
      const logits = await runs.logits(r, rows, async () => true);
      expect(logits).toHaveLength(frozen.length);
      logits?.forEach((value, i) => expect(Math.abs(value - (frozen[i] ?? Number.NaN))).toBeLessThan(1e-5));
    }
    runs.dispose();
    tail.dispose();
  });
});
