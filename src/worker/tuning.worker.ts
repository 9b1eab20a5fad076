import { headEngines } from '../model/engine';
import { registerWasmGradients } from '../model/wasmGradients';
import { serveTraining } from './headServing';
import { tuningParts } from './tuningParts';

registerWasmGradients();

serveTraining(tuningParts((wasmPath, without) => headEngines(wasmPath).filter((engine) => !without.includes(engine))));
