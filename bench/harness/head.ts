import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Engine } from '../../src/core/engine';
import type { EpochMetrics } from '../../src/core/metrics';
import { train } from '../../src/model/train';
import { createHeadClient } from '../../src/worker/headClient';
import { madeUpDataset, madeUpExperiment } from '../madeUp';
import { makeHeadWorker } from './workers';

const wasmPath = () => new URL('models/wasm/', document.baseURI).href;

/** The first epochs of a training on one engine, in the page. */
export async function headCurves(engine: Engine, epochs: number): Promise<readonly EpochMetrics[]> {
  setWasmPaths(wasmPath());
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  await tf.setBackend(engine);
  const dataset = madeUpDataset();
  const all: EpochMetrics[] = [];
  const signal = new AbortController().signal;
  for await (const metrics of train(madeUpExperiment(dataset, 2, epochs), dataset, signal)) all.push(metrics);
  return all;
}

/** Trains again and again in the app's own worker; how many tensors it holds after the first and after the last time. */
export async function retrained(times: number): Promise<readonly [first: number, last: number]> {
  const client = createHeadClient(makeHeadWorker, wasmPath());
  const dataset = madeUpDataset();
  const counts: number[] = [];
  for (let i = 0; i < times; i++) {
    const controller = new AbortController();
    const epochs = client.train(madeUpExperiment(dataset, 1 + (i % 3), 3), dataset, controller.signal, () => undefined);
    // Every other training is stopped in its middle.
    for await (const { epoch } of epochs) if (i % 2 === 1 && epoch === 1) controller.abort();
    counts.push(await client.tensors());
  }
  return [counts[0] ?? NaN, counts.at(-1) ?? NaN];
}
