import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Batches } from '../core/batches';
import { C, curveOf, D, history, toyDataset, toyExperiment, toyTrial, withCopies } from './toy.fixture';
import { fingerprints } from './train';

const dataset = toyDataset();

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => expect(tf.memory().numTensors).toBe(0));

describe('training with altered copies', () => {
  it('trains every run of the stack as alone, in seeds that have more and fewer copies', async () => {
    const augmented = withCopies(dataset, 2, 30);
    const trials = [toyTrial(augmented, 1), toyTrial(augmented, 2, 20), toyTrial(augmented, 4, 30)];
    expect(new Set(trials.map((t) => t.copies.length)).size).toBe(3);
    const experiment = toyExperiment(augmented, { trials });
    const together = await history(experiment, augmented);
    for (const [k, trial] of trials.entries()) {
      const alone = await history({ ...experiment, trials: [trial] }, augmented);
      expect(curveOf(alone, 0)).toEqual(curveOf(together, k));
      expect(curveOf(alone, 1)).toEqual(curveOf(together, trials.length + k));
    }
  });

  it('is not moved, to the last bit, by copies that no seed learns from', async () => {
    const augmented = withCopies(dataset, 2);
    const experiment = toyExperiment(dataset);
    expect(await history(experiment, augmented)).toEqual(await history(experiment, dataset));
    expect(await fingerprints(experiment, augmented)).toEqual(await fingerprints(experiment, dataset));
  });

  it('scores the training pictures alone, and counts copies in what training saw', async () => {
    const augmented = withCopies(dataset, 2);
    const own = { ...toyTrial(augmented, 1), givenLabels: dataset.labels };
    // Checked on the very pictures that are learned from: the sides differ only if one of them counts copies.
    const experiment = toyExperiment(augmented, { trials: [{ ...own, validation: own.training }] });
    for (const { runs } of await history(experiment, augmented))
      for (const { train, validation, seen } of runs) {
        expect(train).toEqual(validation);
        const correct = seen.accuracy * (own.training.length + own.copies.length);
        expect(correct).toBeCloseTo(Math.round(correct), 9);
      }
  });

  it('fingerprints the copies that are learned from', async () => {
    const augmented = withCopies(dataset, 2);
    const plain = await fingerprints(toyExperiment(dataset), dataset);
    const prints = await fingerprints(toyExperiment(augmented), augmented);
    expect(prints.slice(0, 3)).toEqual(prints.slice(3));
    prints.forEach((print, r) => {
      expect(print.trainingPictures).not.toBe(plain[r]?.trainingPictures);
      expect(print.batchOrder).not.toBe(plain[r]?.batchOrder);
      expect(print.validationPictures).toBe(plain[r]?.validationPictures);
      expect(print.givenLabels).toBe(plain[r]?.givenLabels);
      expect(print.initialWeights).toBe(plain[r]?.initialWeights);
    });
  });

  it('draws altered copies along with their pictures, under the label given to the picture', () => {
    const augmented = withCopies(dataset, 2);
    const trial = toyTrial(augmented, 1);
    const experiment = toyExperiment(augmented, { trials: [trial] });
    const plain = { shift: new Float32Array(D), scale: new Float32Array(D).fill(1) };
    const batches = new Batches(experiment, augmented, augmented.features, [plain]);
    expect(batches.stepsPerEpoch).toBe(Math.ceil((3 * trial.training.length) / experiment.batch));
    batches.startEpoch();
    const seen: number[] = [];
    for (let step = 0; step < batches.stepsPerEpoch; step++) {
      const { rows, targets } = batches.next(step);
      rows[0]?.forEach((row, b) => {
        const picture = row < dataset.labels.length ? row : (augmented.copies[row - dataset.labels.length] ?? NaN);
        expect(trial.training).toContain(picture);
        expect(targets[b * C + (trial.givenLabels[picture] ?? NaN)]).toBe(1);
        seen.push(row);
      });
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual([...trial.training, ...trial.copies]);
  });
});
