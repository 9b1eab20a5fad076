import { bundledAnatomy } from '../bundledAnatomy';
import { bundled } from '../catalogue';
import type { Collection, Picture } from '../collection';
import { featureRecord } from '../featureRecord';
import type { TrainedHeads } from '../heads/trainedHeads';
import { headShape } from '../headShape';
import { stream } from '../rng';
import { defaultSettings } from '../settings';
import type { SeedAnswers } from './seedAnswers';

/** Two features, two hidden units, three classes, twelve pictures: a, b, c, a, b, c ... */
const classes = ['a', 'b', 'c'].map((id, style) => ({ id, name: id.toUpperCase(), style }));

export const pictures: readonly Picture[] = Array.from({ length: 12 }, (_, row) => ({
  id: `p${String(row).padStart(2, '0')}`,
  hash: `h${row}`,
  name: `${row}.png`,
  classId: classes[row % 3]?.id ?? '',
  group: `g${row}`,
  pin: null,
}));

export const collection: Collection = { classes, pictures };

const shape = headShape(2, 2, 3);

/** Heads of two seeds; each checks with six of the pictures. */
export const heads: TrainedHeads = {
  runId: 'run-1',
  epoch: 5,
  settings: { ...defaultSettings, hidden: 2, seeds: 2 },
  classes,
  base: {
    ...featureRecord(bundled, bundledAnatomy, { blocks: [15], pooling: 'average' }, 'r'),
    features: 2,
  },
  arms: [
    { name: 'without dropout', dropoutRate: 0 },
    { name: 'with dropout', dropoutRate: 0.5 },
  ],
  trials: [0, 1].map((k) => ({
    seed: 42 + k,
    training: Int32Array.from({ length: 6 }, (_, i) => (k === 0 ? i : i + 6)),
    validation: Int32Array.from({ length: 6 }, (_, i) => (k === 0 ? i + 6 : i)),
    givenLabels: Int32Array.from(pictures, (_, row) => row % 3),
    standardiser: { shift: Float32Array.of(1, k), scale: Float32Array.of(2, 0.5) },
  })),
  pictureIds: pictures.map(({ id }) => id),
  labels: Int32Array.from(pictures, (_, row) => row % 3),
  parameters: numbers(4 * shape.size),
};

/** Standard normal ones, always the same. */
export function numbers(length: number): Float32Array {
  const rng = stream(3, 'init');
  return Float32Array.from({ length }, () => rng.normal());
}

/** Answers made by hand. @param predicted by arm. */
export const answersOf = (
  trial: number,
  rows: readonly number[],
  predicted: readonly (readonly number[])[],
  confidence: readonly (readonly number[])[] = predicted.map((own) => own.map(() => 0.75)),
): SeedAnswers => ({
  trial,
  rows: Int32Array.from(rows),
  predicted: predicted.map((own) => Uint8Array.from(own)),
  confidence: confidence.map((own) => Float32Array.from(own)),
});
