import type { Dataset, Experiment, Trial } from '../core/experiment';
import type { EpochMetrics, RunMetrics } from '../core/metrics';
import { stream } from '../core/rng';
import { train } from './train';

/** Features and classes. */
export const D = 6;
export const C = 3;

/** Three noisy clusters; the given labels of a few training rows are wrong. */
export function toyDataset(count = 40): Dataset {
  const rng = stream(7, 'split');
  const labels = Int32Array.from({ length: count }, (_, i) => i % C);
  const features = Float32Array.from({ length: count * D }, (_, at) => {
    const label = labels[Math.floor(at / D)] ?? 0;
    return 3 + rng.normal() + (at % D === label ? 1.5 : 0);
  });
  return {
    classNames: ['a', 'b', 'c'],
    pictureIds: Array.from(labels, (_, i) => `p${i}`),
    labels,
    features,
    copies: new Int32Array(),
    dimension: D,
  };
}

/** The same pictures with altered copies, which are a little off, of so many of them. */
export function withCopies(dataset: Dataset, each: number, of = dataset.labels.length): Dataset {
  const rng = stream(8, 'augment');
  const copies = Int32Array.from({ length: each * of }, (_, k) => Math.floor(k / each));
  const altered = Array.from(copies, (row) =>
    Array.from(dataset.features.subarray(row * D, row * D + D), (v) => v + 0.3 * rng.normal()),
  ).flat();
  return { ...dataset, copies, features: Float32Array.from([...dataset.features, ...altered]) };
}

export function toyTrial(dataset: Dataset, seed: number, training = 27): Trial {
  const rows = Int32Array.from(dataset.labels.keys());
  const offset = seed % 5;
  const givenLabels = dataset.labels.slice();
  for (let row = offset; row < training; row += 7) givenLabels[row] = ((givenLabels[row] ?? 0) + 1) % C;
  return {
    seed,
    training: rows.slice(offset, offset + training),
    validation: rows.slice(offset + training),
    copies: Int32Array.from(
      Array.from(dataset.copies, (row, k) =>
        row >= offset && row < offset + training ? [dataset.labels.length + k] : [],
      ).flat(),
    ),
    givenLabels,
  };
}

export function toyExperiment(dataset: Dataset, changes: Partial<Experiment> = {}): Experiment {
  return {
    arms: [
      { name: 'without dropout', dropoutRate: 0 },
      { name: 'with dropout', dropoutRate: 0.5 },
    ],
    trials: [1, 2, 3].map((seed) => toyTrial(dataset, seed)),
    hidden: 8,
    dropoutAt: 'both',
    epochs: 6,
    batch: 8,
    lr: 0.02,
    l2: 0,
    isStandardised: false,
    ...changes,
  };
}

export async function history(experiment: Experiment, dataset: Dataset): Promise<readonly EpochMetrics[]> {
  return collect(train(experiment, dataset, new AbortController().signal));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const curveOf = (epochs: readonly EpochMetrics[], run: number): readonly (RunMetrics | undefined)[] =>
  epochs.map((epoch) => epoch.runs[run]);
