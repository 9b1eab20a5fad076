import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Checkpoint } from '../core/checkpoint';
import type { TrainedEpoch } from '../core/train';
import type { Experiment } from '../core/experiment';
import { Batches } from '../core/batches';
import { collect, D, toyDataset, toyExperiment, toyTrial, withCopies } from './toy.fixture';
import { train, trainEpochs } from './train';

const dataset = toyDataset();

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => expect(tf.memory().numTensors).toBe(0));

describe('a training goes on from a checkpoint', () => {
  const augmented = withCopies(dataset, 1, 20);
  const trials = [toyTrial(augmented, 1), toyTrial(augmented, 2, 20)];
  const experiment = toyExperiment(augmented, { trials, l2: 0.001 });
  const signal = new AbortController().signal;
  const trained = (from: Checkpoint | null, changes: Partial<Experiment> = {}) =>
    collect<TrainedEpoch>(trainEpochs({ ...experiment, ...changes }, augmented, signal, from, { share: 1, grace: 0 }));

  it.each(['both', 'hidden'] as const)('exactly as if there had been no break (dropout at %s)', async (dropoutAt) => {
    const whole = await trained(null, { dropoutAt });
    for (const { metrics, checkpoint } of whole.slice(0, -1)) {
      expect(checkpoint?.epoch).toBe(metrics.epoch);
      // As it arrives in another worker.
      const rest = await trained(structuredClone(checkpoint), { dropoutAt });
      expect(JSON.stringify(rest)).toBe(JSON.stringify(whole.slice(metrics.epoch)));
    }
    expect(whole.at(-1)?.checkpoint?.epoch).toBe(experiment.epochs);
  });

  it('whatever the number of epochs to come, and not from another experiment', async () => {
    const short = await trained(null, { epochs: 3 });
    const from = short[1]?.checkpoint;
    const all = await collect(train(experiment, augmented, signal));
    expect(await collect(train(experiment, augmented, signal, from ?? undefined))).toEqual(all.slice(2));
    await expect(trained(from ?? null, { hidden: 9 })).rejects.toThrow(/another experiment/);
    await expect(trained(from ?? null, { trials: trials.slice(1) })).rejects.toThrow(/another experiment/);
  });

  it('taken only as often as their share of the time allows', async () => {
    const none = await collect(trainEpochs(experiment, augmented, signal, null, null));
    expect(none.every(({ checkpoint }) => checkpoint === null)).toBe(true);
    const seldom = await collect(trainEpochs(experiment, augmented, signal, null, { share: 0, grace: 0 }));
    expect(seldom.map(({ checkpoint }) => checkpoint?.epoch ?? null)).toEqual([
      1,
      null,
      null,
      null,
      null,
      experiment.epochs,
    ]);
  });

  it('and at every epoch as long as the grace lasts', async () => {
    const all = await collect(trainEpochs(experiment, augmented, signal, null, { share: 0, grace: 60_000 }));
    expect(all.map(({ checkpoint }) => checkpoint?.epoch)).toEqual(all.map(({ metrics }) => metrics.epoch));
  });

  it('or not at all when it is stopped before it has caught up', async () => {
    const [first] = await trained(null);
    const controller = new AbortController();
    controller.abort();
    expect(
      await collect(trainEpochs(experiment, augmented, controller.signal, first?.checkpoint ?? null, null)),
    ).toEqual([]);
  });
});

it.each(['both', 'hidden'] as const)('batches skip an epoch as if it had been drawn (dropout at %s)', (dropoutAt) => {
  const experiment = toyExperiment(dataset, { dropoutAt });
  const plain = { shift: new Float32Array(D), scale: new Float32Array(D).fill(1) };
  const make = () => new Batches(experiment, dataset, dataset.features, [plain, plain, plain]);
  const [drawn, skipped] = [make(), make()];
  drawn.startEpoch();
  for (let step = 0; step < drawn.stepsPerEpoch; step++) drawn.next(step);
  skipped.skipEpoch();
  drawn.startEpoch();
  skipped.startEpoch();
  expect(skipped.next(0)).toEqual(drawn.next(0));
});
