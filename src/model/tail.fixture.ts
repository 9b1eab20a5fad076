import type { Dataset, Experiment } from '../core/experiment';
import { stream } from '../core/rng';
import type { TailPlan } from '../core/tailPlan';
import type { TailedBase } from './tail';
import { toyDataset, toyExperiment, toyTrial } from './toy.fixture';

/** The last two blocks of the tiny base in e2e/fixtures. */
export const tinyPlan: TailPlan = { from: 0, to: 2, pooling: 'average', frozenEpochs: 3, tuningRate: 0.002 };

/** The toy's pictures with maps of a base's block, whatever they show, that their labels can be told from. */
export function mapsDataset(base: TailedBase, from: number, count = 24, copies = 3): Dataset {
  const toy = toyDataset(count);
  const { side = 1, channels = 1 } = base.anatomy.blocks[from] ?? {};
  const dimension = side * side * channels;
  const rng = stream(11, 'sample');
  const features = Float32Array.from({ length: (count + copies) * dimension }, (_, at) => {
    const row = Math.floor(at / dimension);
    const label = toy.labels[row < count ? row : row - count] ?? 0;
    return Math.max(0, 1 + 0.5 * rng.normal() + (at % channels === label ? 0.7 : 0));
  });
  return { ...toy, features, dimension, copies: Int32Array.from({ length: copies }, (_, k) => k) };
}

/** Two controls and two tuned arms over two trials with different numbers of pictures, so that one pauses. */
export const tunedExperiment = (dataset: Dataset): Experiment =>
  toyExperiment(dataset, {
    arms: [0, 0.4, 0, 0.4].map((dropoutRate, i) => ({ name: `${i}`, dropoutRate })),
    trials: [toyTrial(dataset, 1, 15), toyTrial(dataset, 2, 11)],
    hidden: 5,
    batch: 4,
    l2: 0.01,
  });
