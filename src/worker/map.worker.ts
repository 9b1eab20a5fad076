import { expose } from 'comlink';
import { createMapService } from './mapService';

expose(createMapService());
