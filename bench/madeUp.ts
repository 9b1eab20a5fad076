import type { Dataset, Experiment } from '../src/core/experiment';
import { stream } from '../src/core/rng';

/** The default head's settings, on a set of the built-in one's size. */
export const head = { dimension: 120, hidden: 32, classes: 3, training: 216, validation: 108, batch: 16, lr: 0.003 };
export const rate = 0.5;

/** Three clusters that overlap: neither speed nor agreement depends on what the numbers mean. */
export function madeUpDataset(): Dataset {
  const count = head.training + head.validation;
  const rng = stream(1, 'init');
  const labels = Int32Array.from({ length: count }, (_, i) => i % head.classes);
  const features = Float32Array.from({ length: count * head.dimension }, (_, at) => {
    const label = labels[Math.floor(at / head.dimension)] ?? 0;
    return rng.normal() + (at % head.classes === label ? 0.3 : 0);
  });
  return {
    classNames: ['a', 'b', 'c'],
    pictureIds: Array.from(labels, String),
    labels,
    features,
    copies: new Int32Array(),
    dimension: head.dimension,
  };
}

/** Both arms, so many seeds; all on one split. */
export function madeUpExperiment(dataset: Dataset, seeds: number, epochs: number): Experiment {
  const rows = Int32Array.from(dataset.labels.keys());
  return {
    arms: [
      { name: 'without dropout', dropoutRate: 0 },
      { name: 'with dropout', dropoutRate: rate },
    ],
    trials: Array.from({ length: seeds }, (_, seed) => ({
      seed,
      training: rows.slice(0, head.training),
      validation: rows.slice(head.training),
      copies: new Int32Array(),
      givenLabels: dataset.labels,
    })),
    hidden: head.hidden,
    dropoutAt: 'both',
    epochs,
    batch: head.batch,
    lr: head.lr,
    l2: 0,
    isStandardised: false,
  };
}
