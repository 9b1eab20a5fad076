import * as tf from '@tensorflow/tfjs';
import { expose } from 'comlink';
import { fastestHeadEngine } from '../model/headEngine';
import { headEngines, webglLost } from '../model/engine';
import { train } from '../model/train';
import { createHeadService } from './headService';

expose(
  createHeadService(
    train,
    (experiment, dataset, wasmPath) => fastestHeadEngine(experiment, dataset, headEngines(wasmPath)),
    () => tf.memory().numTensors,
  ),
);

// After a lost context tfjs waits for ever. An error thrown here ends this worker and, with this sentence, the training;
// the next training gets a fresh worker.
setInterval(() => {
  if (tf.getBackend() === 'webgl' && webglLost())
    throw new Error('the connection to the graphics card was lost; train again');
}, 500);
