import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { expose } from 'comlink';
import type { Engine } from '../core/engine';
import { guarded } from '../model/engineWatch';
import { fastestHeadEngine } from '../model/headEngine';
import { trainEpochs, type CheckpointAllowance } from '../model/train';
import { DivergedError } from '../model/twinProgram';
import { engineLostName } from './baseService';
import { createHeadService, type HeadParts } from './headService';

/**
 * On every engine alike: any worker can crash, although only a graphics card can be lost; and every epoch that has one can
 * be looked into later. With it a usual head gets one at every epoch.
 */
const allowance: CheckpointAllowance = { share: 0.15, grace: 2000 };

/**
 * Makes this thread the head's worker.
 * @param engines those worth measuring here, without those that failed.
 */
export function serveHead(engines: (wasmPath: string, without: readonly Engine[]) => readonly Engine[]): void {
  serveTraining({
    train: ({ experiment, dataset, from }, signal) => trainEpochs(experiment, dataset, signal, from, allowance),
    prepare: ({ experiment, dataset, wasmPath, without }) =>
      fastestHeadEngine(experiment, dataset, engines(wasmPath, without)),
  });
}

/** Makes this thread a worker that trains on an engine of TensorFlow.js and is spoken to as the head's. */
export function serveTraining(parts: Omit<HeadParts, 'guarded' | 'tensors'>): void {
  expose(createHeadService({ ...parts, guarded: unlessEngineFails, tensors: () => tf.memory().numTensors }));
}

/** On a graphics card everything that goes wrong, but for the training itself, is worth another engine. */
async function unlessEngineFails<T>(work: Promise<T>): Promise<T> {
  try {
    return await guarded(work);
  } catch (error) {
    if (tf.getBackend() !== 'webgl' || error instanceof DivergedError) throw error;
    const what = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(t`WebGL failed (${what}).`), { name: engineLostName });
  }
}
