import { conditioningOf } from '../conditioning';
import type { Dataset, Experiment } from '../experiment';
import type { Standardiser } from '../standardise';

/**
 * What each trial's features go through before a head sees them, as one step: the training's two, first for all pictures
 * in common and then by the trial's own training side, put together in float64.
 *
 * @returns one per trial.
 */
export function standardisersOf(experiment: Experiment, dataset: Dataset): readonly Standardiser[] {
  const { common, trials } = conditioningOf(experiment, dataset);
  return trials.map((own) => ({
    shift: common.shift.map((shift, d) => shift + (own.shift[d] ?? 0) / (common.scale[d] ?? 1)),
    scale: common.scale.map((scale, d) => scale * (own.scale[d] ?? 1)),
  }));
}
