import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Batches } from '../core/batches';
import { learnedRows, type Experiment } from '../core/experiment';
import { headShape, initialParameters } from '../core/headShape';
import { EpochReplay, trialData } from '../core/inside/epochReplay';
import type { RunState } from '../core/inside/step';
import { Inspector } from '../core/inside/inspector';
import { snapshotOf } from '../core/inside/snapshotOf';
import type { TrainedEpoch } from '../core/train';
import { collect, D, C, toyDataset, toyExperiment, toyTrial, withCopies } from './toy.fixture';
import { trainEpochs } from './train';

const dataset = withCopies(toyDataset(), 1, 20);
const signal = new AbortController().signal;

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => expect(tf.memory().numTensors).toBe(0));

const experimentWith = (changes: Partial<Experiment> = {}) =>
  toyExperiment(dataset, { trials: [toyTrial(dataset, 1), toyTrial(dataset, 2, 20)], l2: 0.001, ...changes });

async function trained(experiment: Experiment) {
  const inspector = new Inspector(experiment, dataset);
  const epochs = await collect<TrainedEpoch>(trainEpochs(experiment, dataset, signal, null, { share: 1, grace: 0 }));
  for (const { checkpoint } of epochs)
    if (checkpoint) inspector.add(snapshotOf(checkpoint, { arms: 2, trials: 2, kept: 2 }));
  return { inspector, epochs };
}

describe('what is looked into is the training that ran', () => {
  it.each([
    ['both', 8],
    ['hidden', 8],
    ['input', 8],
    ['both', 0],
  ] as const)(
    'the steps that are shown lead from epoch to epoch (dropout at %s, %i hidden)',
    async (dropoutAt, hidden) => {
      const experiment = experimentWith({ dropoutAt, hidden });
      const { epochs } = await trained(experiment);
      const shape = headShape(D, hidden, C);
      const data = trialData(dataset, learnedRows(experiment.trials[0] ?? toyTrial(dataset, 1)));
      let states: readonly RunState[] = [0, 1].map(() => ({
        parameters: initialParameters(shape, 1),
        firstMoments: new Float32Array(shape.size),
        secondMoments: new Float32Array(shape.size),
        steps: 0,
      }));
      for (const { metrics, checkpoint } of epochs) {
        const replay = new EpochReplay(experiment, dataset, 0, metrics.epoch - 1, shape, states, data);
        while (replay.next());
        ({ states } = replay);
        if (!checkpoint) throw new Error('Every epoch has a checkpoint here.');
        for (const arm of [0, 1]) {
          const run = checkpoint.parameters.subarray(2 * arm * shape.size, (2 * arm + 1) * shape.size);
          const off = Math.max(...run.map((value, i) => Math.abs(value - (states[arm]?.parameters[i] ?? Number.NaN))));
          expect(off).toBeLessThan(2e-4);
        }
      }
    },
  );

  it('the drawn masks are those of the step', async () => {
    const experiment = experimentWith();
    const { inspector } = await trained(experiment);
    const shape = headShape(D, experiment.hidden, C);
    const x = trialData(dataset, learnedRows(experiment.trials[0] ?? toyTrial(dataset, 1)));
    const other = trialData(dataset, learnedRows(experiment.trials[1] ?? toyTrial(dataset, 2)));
    // What feeds the stacked program.
    const batches = new Batches(experiment, dataset, x.common, [x.own, other.own]);
    const sample = inspector.network(0).sample;
    expect(sample.hidden).toHaveLength(shape.layers[0]?.units ?? 0);
    for (let epoch = 0; epoch < 3; epoch++) {
      batches.startEpoch();
      for (let step = 0; ; step++) {
        const shown = inspector.step(epoch, step === 0);
        if (!shown) break;
        const used = batches.next(step);
        const H = experiment.hidden;
        const run = experiment.trials.length;
        shown.arms[1]?.droppedHidden.forEach((dropped, b) => {
          const mask = used.hiddenMask.subarray((run * batches.batch + b) * H, (run * batches.batch + b + 1) * H);
          expect(dropped).toEqual([...mask].map((m) => m === 0));
          expect(shown.arms[1]?.counts[b]?.hidden).toBe([...mask].filter((m) => m === 0).length);
          const fed = used.x.subarray((run * batches.batch + b) * D, (run * batches.batch + b + 1) * D);
          expect(shown.arms[1]?.droppedFeatures[b]).toEqual([...fed].map((v) => v === 0));
        });
        expect(shown.arms[0]?.counts.every(({ features, hidden }) => features === 0 && hidden === 0)).toBe(true);
        expect(shown.steps).toBe(batches.stepsPerEpoch);
      }
    }
  });

  it('the last epoch is the live end state, and so is every other', async () => {
    const { inspector, epochs } = await trained(experimentWith());
    expect(inspector.epochs).toEqual([0, ...epochs.map(({ metrics }) => metrics.epoch)]);
    for (const { metrics } of epochs)
      expect(inspector.accuracies(metrics.epoch)).toEqual(metrics.runs.map((run) => run.validation.accuracy));
    const last = epochs.at(-1)?.metrics;
    expect(inspector.answers(last?.epoch ?? 0).arms.map(({ accuracy }) => accuracy)).toEqual(
      [0, 2].map((r) => last?.runs[r]?.validation.accuracy),
    );
  });

  it('nothing knocked out is the plain validation accuracy; everything out is chance', async () => {
    const { inspector, epochs } = await trained(experimentWith());
    const last = epochs.at(-1)?.metrics;
    const view = await inspector.knockOut(last?.epoch ?? 0, () => true);
    if (!view || !last) throw new Error('It was wanted.');
    const plain = [0, 1].map((a) => {
      const own = last.runs.slice(2 * a, 2 * a + 2).map((run) => run.validation.accuracy);
      return own.reduce((sum, v) => sum + v, 0) / own.length;
    });
    expect(view.arms.map((arm) => arm[0]?.mean)).toEqual(plain);
    // One class is answered whatever the picture: about a third of them are of it.
    for (const arm of view.arms) expect(Math.abs((arm.at(-1)?.mean ?? 0) - view.chance)).toBeLessThan(0.1);
    expect(view.difference[0]?.mean).toBeCloseTo((plain[1] ?? 0) - (plain[0] ?? 0), 12);
  });

  it('a question that nobody waits for any more ends', async () => {
    const { inspector } = await trained(experimentWith({ epochs: 2 }));
    expect(await inspector.knockOut(2, () => false)).toBeNull();
    expect(await inspector.similarityCourse(2, 'weights', () => false)).toBeNull();
    await expect(inspector.knockOut(77, () => true)).rejects.toThrow('Epoch 77 is not kept.');
  });
});
