import { expose } from 'comlink';
import { pictureReader } from './pictureReader';

expose(pictureReader);
