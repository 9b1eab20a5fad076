import { historyOf, run, score } from '../history.fixture';
import type { EpochMetrics } from '../metrics';
import { originWith } from './origin.fixture';
import type { Origin } from './study';

/** Four seeds close to each other: a difference of two points is told. */
export const around = (mean: number): readonly number[] => [mean - 0.01, mean + 0.01, mean - 0.005, mean + 0.005];

/** Four seeds so far apart that nothing is told. */
export const scattered = (mean: number): readonly number[] => [mean - 0.2, mean + 0.2, mean - 0.1, mean + 0.1];

/** All seeds check with the same 100 pictures. */
export function oneSplit(seeds: number, changes: Partial<Origin> = {}): Origin {
  const origin = originWith(seeds, changes);
  const validation = Int32Array.from({ length: 100 }, (_, row) => row);
  return { ...origin, trials: origin.trials.map((trial) => ({ ...trial, validation })) };
}

/** So many epochs that end with these validation accuracies, and are at 0.01 before. @param accuracies in run order. */
export const endingWith = (accuracies: readonly number[], epochs = 2): readonly EpochMetrics[] =>
  historyOf(
    ...Array.from({ length: epochs }, (_, i) =>
      accuracies.map((accuracy) => run(score(1, 0), score(i === epochs - 1 ? accuracy : 0.01, 1))),
    ),
  );
