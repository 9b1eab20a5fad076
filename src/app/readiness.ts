import { readiness, splitCollection, type Readiness } from '../core/split';
import type { LabState } from './store';

/** Can the present pictures be trained on with the present settings? */
export const readinessOf = ({ collection, settings }: Pick<LabState, 'collection' | 'settings'>): Readiness =>
  readiness(collection, splitCollection(collection, settings.split, settings.seed));
