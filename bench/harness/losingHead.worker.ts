// The app's head worker, with WebGL alone to choose from until it failed, whose contexts are lost on demand.
import './recordContexts';
import * as tf from '@tensorflow/tfjs';
import { headEngines } from '../../src/model/engine';
import { serveHead } from '../../src/worker/headServing';

serveHead((wasmPath, without) => {
  headEngines(wasmPath);
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  return without.includes('webgl') ? ['wasm'] : ['webgl'];
});
