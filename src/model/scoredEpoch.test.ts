import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import { featureRecord } from '../core/featureRecord';
import { standardisersOf } from '../core/heads/standardisers';
import { headsAfter, headsFrame } from '../core/heads/trainedHeads';
import { confusionOf } from '../core/mistakes/confusion';
import { answersOfSeed } from '../core/mistakes/seedAnswers';
import { defaultSettings } from '../core/settings';
import type { TrainedEpoch } from '../core/train';
import { C, collect, D, toyDataset, toyExperiment, toyTrial } from './toy.fixture';
import { trainEpochs } from './train';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

it('counts for each arm, over all seeds, what the trained heads answer when they are asked themselves', async () => {
  const dataset = toyDataset();
  // Not so many pictures to check with in each seed.
  const experiment = toyExperiment(dataset, { trials: [toyTrial(dataset, 1), toyTrial(dataset, 2, 20)] });
  const signal = new AbortController().signal;
  const epochs = await collect<TrainedEpoch>(trainEpochs(experiment, dataset, signal, null, { share: 1, grace: 0 }));
  const { metrics, checkpoint } = epochs.at(-1) ?? {};
  if (!metrics || !checkpoint) throw new Error('The last epoch has a checkpoint.');
  const classes = dataset.classNames.map((name, style) => ({ id: name, name, style }));
  const base = {
    ...featureRecord(bundled, bundledAnatomy, { blocks: [15], pooling: 'average' }, 'r'),
    features: dataset.dimension,
  };
  const settings = { ...defaultSettings, hidden: experiment.hidden };
  const frame = headsFrame(
    { runId: 'run', settings, classes, base, experiment, dataset },
    standardisersOf(experiment, dataset),
  );
  const heads = headsAfter(frame, metrics.epoch, checkpoint.parameters);
  const asking = {
    featuresOf: (row: number) => dataset.features.subarray(row * D, (row + 1) * D),
    isWanted: () => true,
    onDone: () => undefined,
  };
  const seeds = (
    await Promise.all(heads.trials.map(({ validation }, k) => answersOfSeed(heads, k, validation, asking)))
  ).filter((seed) => seed !== null);
  const asked = heads.arms.map((_, arm) => {
    const { cells } = confusionOf(seeds, arm, dataset.labels, { classes: C, answerable: C });
    return cells.map((line) => line.map(({ pictures }) => pictures.length));
  });
  expect(metrics.confusion).toEqual(asked);
  expect(asked[0]).not.toEqual(asked[1]);
  const right = asked.map((counts) => counts.reduce((sum, line, c) => sum + (line[c] ?? 0), 0));
  const told = [0, 1].map((arm) =>
    experiment.trials.reduce(
      (sum, { validation }, k) => sum + (metrics.runs[2 * arm + k]?.validation.accuracy ?? 0) * validation.length,
      0,
    ),
  );
  expect(right).toEqual(told.map((n) => expect.closeTo(n, 6)));
});
