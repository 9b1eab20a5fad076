import * as tf from '@tensorflow/tfjs';
import { expose } from 'comlink';
import { fastestHeadEngine } from '../model/headEngine';
import { headEngines } from '../model/engine';
import { train } from '../model/train';
import { createHeadService } from './headService';

expose(
  createHeadService(
    train,
    (experiment, dataset, wasmPath) => fastestHeadEngine(experiment, dataset, headEngines(wasmPath)),
    () => tf.memory().numTensors,
  ),
);
