import { expose } from 'comlink';
import { createInspectService } from './inspectService';

expose(createInspectService());
