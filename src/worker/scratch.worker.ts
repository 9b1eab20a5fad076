import { headEngines } from '../model/engine';
import { fastestHeadEngine, type HeadMeasuring } from '../model/headEngine';
import { scratchStepsPerSecond, trainScratch } from '../model/scratch';
import { registerWasmGradients } from '../model/wasmGradients';
import { serveTraining } from './headServing';

const measuring: HeadMeasuring = {
  measure: (_, experiment, dataset) => scratchStepsPerSecond(experiment, dataset, 0.3),
  fingerprints: () => Promise.resolve([]),
};

registerWasmGradients();

serveTraining({
  train: ({ experiment, dataset }, signal) => trainScratch(experiment, dataset, signal),
  prepare: async ({ experiment, dataset, wasmPath, without }) => {
    const engines = headEngines(wasmPath).filter((engine) => engine !== 'cpu' && !without.includes(engine));
    try {
      return await fastestHeadEngine(experiment, dataset, engines, measuring);
    } catch (error) {
      // Plain JavaScript takes a second a step or more: there is no point in measuring it beside the others.
      console.warn('Training from scratch falls back on plain JavaScript.', error);
      return fastestHeadEngine(experiment, dataset, ['cpu'], measuring);
    }
  },
});
