import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Checkpoint } from '../../src/core/checkpoint';
import type { Engine, HeadEngineReport } from '../../src/core/engine';
import type { EpochMetrics } from '../../src/core/metrics';
import { train, trainEpochs } from '../../src/model/train';
import { createHeadClient } from '../../src/worker/headClient';
import { madeUpDataset, madeUpExperiment } from '../madeUp';
import { makeHeadWorker, makeLosingHeadWorker } from './workers';

const wasmPath = () => new URL('models/wasm/', document.baseURI).href;

/** The first epochs of a training on one engine, in the page. */
export async function headCurves(engine: Engine, epochs: number): Promise<readonly EpochMetrics[]> {
  await startEngine(engine);
  const dataset = madeUpDataset();
  const all: EpochMetrics[] = [];
  const signal = new AbortController().signal;
  for await (const metrics of train(madeUpExperiment(dataset, 2, epochs), dataset, signal)) all.push(metrics);
  return all;
}

/** The same, broken off after an epoch and gone on with from its checkpoint in a fresh program. */
export async function resumedCurves(
  engine: Engine,
  epochs: number,
  brokenAfter: number,
): Promise<readonly EpochMetrics[]> {
  await startEngine(engine);
  const dataset = madeUpDataset();
  const experiment = madeUpExperiment(dataset, 2, epochs);
  const all: EpochMetrics[] = [];
  const signal = new AbortController().signal;
  let from: Checkpoint | null = null;
  for await (const { metrics, checkpoint } of trainEpochs(experiment, dataset, signal, null, { share: 1, grace: 0 })) {
    all.push(metrics);
    from = checkpoint;
    if (metrics.epoch === brokenAfter) break;
  }
  for await (const { metrics } of trainEpochs(experiment, dataset, signal, from, null)) all.push(metrics);
  return all;
}

export interface LossOutcome {
  readonly reports: readonly HeadEngineReport[];
  readonly curves: readonly EpochMetrics[];
}

/** A training across the worker on WebGL, whose context is lost after an epoch. */
export async function headCurvesAfterLoss(epochs: number, lostAfter: number): Promise<LossOutcome> {
  const channel = new BroadcastChannel('lose-webgl');
  const client = createHeadClient(makeLosingHeadWorker, wasmPath());
  const dataset = madeUpDataset();
  const reports: HeadEngineReport[] = [];
  const curves: EpochMetrics[] = [];
  try {
    const signal = new AbortController().signal;
    const all = client.train(madeUpExperiment(dataset, 2, epochs), dataset, signal, (report) => reports.push(report));
    for await (const metrics of all) {
      curves.push(metrics);
      if (metrics.epoch === lostAfter) channel.postMessage('now');
    }
    return { reports, curves };
  } finally {
    channel.close();
  }
}

async function startEngine(engine: Engine): Promise<void> {
  setWasmPaths(wasmPath());
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  await tf.setBackend(engine);
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
