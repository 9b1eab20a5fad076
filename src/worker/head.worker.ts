import { headEngines } from '../model/engine';
import { serveHead } from './headServing';

serveHead((wasmPath, without) => headEngines(wasmPath).filter((engine) => !without.includes(engine)));
