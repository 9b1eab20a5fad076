import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { engineNames } from '../src/core/engine';
import { runsOf, type Dataset, type Experiment } from '../src/core/experiment';
import { train } from '../src/model/train';
import { head, madeUpDataset, madeUpExperiment, rate } from './madeUp';
import type { BenchRow } from './row';
import { secondsOf } from './timing';

/**
 * (a) Run-steps per second of the twin trainer (on WASM, which it picks here) against `LayersModel.fit` with the same
 * head. Both evaluate as they go: fit the validation side each epoch, the twin trainer both sides.
 */
export async function benchTraining(): Promise<readonly BenchRow[]> {
  setWasmPaths(new URL('models/wasm/', document.baseURI).href);
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  const dataset = madeUpDataset();
  const fit = { webgl: await fitSpeed(dataset, 'webgl', 4), wasm: await fitSpeed(dataset, 'wasm', 20) };
  const twin = [
    { runs: 2, speed: await twinSpeed(dataset, 1, 20) },
    { runs: 40, speed: await twinSpeed(dataset, 20, 5) },
  ];
  return twin.flatMap(({ runs, speed }) =>
    (['webgl', 'wasm'] as const).map((backend) => ({
      name: `(a) twin trainer, ${runs} runs`,
      value: speed,
      unit: 'run-steps/s',
      against: { name: `fit on ${engineNames[backend]}`, value: fit[backend] },
      target: { atLeast: backend === 'webgl' ? 6 : 1.5 },
    })),
  );
}

async function fitSpeed(dataset: Dataset, backend: 'webgl' | 'wasm', epochs: number): Promise<number> {
  await tf.setBackend(backend);
  const model = tf.sequential({
    layers: [
      tf.layers.dropout({ rate, inputShape: [head.dimension] }),
      tf.layers.dense({ units: head.hidden, activation: 'relu' }),
      tf.layers.dropout({ rate }),
      tf.layers.dense({ units: head.classes, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(head.lr), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const side = (from: number, count: number) => ({
    xs: tf.tensor2d(dataset.features.slice(from * head.dimension, (from + count) * head.dimension), [
      count,
      head.dimension,
    ]),
    ys: tf.oneHot(Array.from(dataset.labels.subarray(from, from + count)), head.classes),
  });
  const learned = side(0, head.training);
  const watched = side(head.training, head.validation);
  const fit = (epochs: number) =>
    model.fit(learned.xs, learned.ys, {
      epochs,
      batchSize: head.batch,
      validationData: [watched.xs, watched.ys],
      // The default yields to the frame clock, which would be measured instead of the training.
      yieldEvery: 'never',
    });
  await fit(1);
  const seconds = await secondsOf(() => fit(epochs));
  model.dispose();
  tf.dispose([learned.xs, learned.ys, watched.xs, watched.ys]);
  return (epochs * Math.ceil(head.training / head.batch)) / seconds;
}

async function twinSpeed(dataset: Dataset, seeds: number, epochs: number): Promise<number> {
  await tf.setBackend('wasm');
  const experiment = madeUpExperiment(dataset, seeds, epochs);
  const run = async (changes: Partial<Experiment> = {}) => {
    let done = 0;
    for await (const { epoch } of train({ ...experiment, ...changes }, dataset, new AbortController().signal))
      done = epoch;
    return done;
  };
  await run({ epochs: 1 });
  const seconds = await secondsOf(run);
  return (epochs * Math.ceil(head.training / head.batch) * runsOf(experiment).length) / seconds;
}
