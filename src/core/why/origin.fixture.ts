import type { Trial } from '../experiment';
import { emptySession } from '../session.fixture';
import type { Origin } from './study';

/** Of nothing, but for its trials: each seed checks with 100 pictures of its own, so that only their scatter counts. */
export function originWith(seeds: number, changes: Partial<Origin> = {}): Origin {
  const { settings, collection, features, base } = emptySession;
  const trials = Array.from({ length: seeds }, (_, seed): Trial => ({
    seed,
    training: new Int32Array(1),
    validation: Int32Array.from({ length: 100 }, (_, i) => seed * 100 + i),
    copies: new Int32Array(),
    givenLabels: new Int32Array(),
  }));
  return { settings, collection, trials, classes: 2, base: features, engine: base, ...changes };
}
