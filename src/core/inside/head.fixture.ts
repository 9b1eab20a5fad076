import type { Checkpoint } from '../checkpoint';
import type { Dataset, Experiment } from '../experiment';
import { headShape, initialParameters } from '../headShape';
import { stream } from '../rng';
import type { Head } from './forward';
import { snapshotOf } from './snapshotOf';
import type { Snapshot } from './snapshots';

/** A head made by hand. @param parts kernel and bias of each layer in turn, kernels row by row: one row per input. */
export function headOf(
  [dimension, hidden, classes]: readonly [number, number, number],
  ...parts: readonly (readonly number[])[]
): Head {
  const shape = headShape(dimension, hidden, classes);
  const parameters = Float32Array.from(parts.flat());
  if (parameters.length !== shape.size) throw new RangeError(`It takes ${shape.size} numbers.`);
  return { shape, parameters };
}

/** `count` times the same value. */
export const times = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value);

/** Twelve training and six validation pictures of three classes, four features each. */
export const dataset: Dataset = {
  classNames: ['a', 'b', 'c'],
  pictureIds: Array.from({ length: 18 }, (_, i) => `p${i}`),
  labels: Int32Array.from({ length: 18 }, (_, i) => i % 3),
  features: randomNumbers(18 * 4),
  copies: new Int32Array(),
  dimension: 4,
};

export const experiment: Experiment = {
  arms: [
    { name: 'without dropout', dropoutRate: 0 },
    { name: 'with dropout', dropoutRate: 0.5 },
  ],
  trials: [1, 2, 3].map((seed) => ({
    seed,
    training: Int32Array.from({ length: 12 }, (_, i) => i),
    validation: Int32Array.from({ length: 6 }, (_, i) => 12 + i),
    copies: new Int32Array(),
    givenLabels: dataset.labels,
  })),
  hidden: 10,
  dropoutAt: 'both',
  epochs: 4,
  batch: 5,
  lr: 0.01,
  l2: 0,
  isStandardised: false,
};

/** A checkpoint in which all runs of `experiment` hold the same parameters [P]. */
export function checkpointOf(
  epoch: number,
  parameters = initialParameters(headShape(4, experiment.hidden, 3), 77),
): Checkpoint {
  const runs = experiment.arms.length * experiment.trials.length;
  const all = Float32Array.from(Array.from({ length: runs }, () => [...parameters]).flat());
  return {
    epoch,
    parameters: all,
    firstMoments: new Float32Array(all.length),
    secondMoments: new Float32Array(all.length),
    steps: new Uint32Array(runs).fill(3 * epoch),
  };
}

/** Standard normal ones, always the same. */
export function randomNumbers(count: number): Float32Array {
  const rng = stream(7, 'split');
  return Float32Array.from({ length: count }, () => rng.normal());
}

/** What an inspector of `experiment` takes in of `checkpointOf`. */
export const snapshotAt = (epoch: number, parameters?: Float32Array): Snapshot =>
  snapshotOf(checkpointOf(epoch, parameters), {
    arms: experiment.arms.length,
    trials: experiment.trials.length,
    kept: experiment.trials.length,
  });
