import type { Collection, Picture } from '../collection';
import type { TrainedHeads } from '../heads/trainedHeads';
import { headShape } from '../headShape';
import type { KeptTraining } from '../keptTraining';
import { logEntry } from '../log/logEntry.fixture';
import type { WholeProject } from '../project';
import { emptySession } from '../session.fixture';
import { defaultSettings } from '../settings';

/** 64 hexadecimal digits that begin with this number. */
export const hashOf = (n: number): string => n.toString(16).padStart(4, '0').padEnd(64, '0');

export const picture = (n: number, classId: string, changes: Partial<Picture> = {}): Picture => ({
  id: hashOf(n).slice(0, 16),
  hash: hashOf(n),
  name: `${n}.jpg`,
  classId,
  group: hashOf(n),
  pin: null,
  ...changes,
});

const collection: Collection = {
  classes: [
    { id: 'class-2', name: 'Dogs', style: 4 },
    { id: 'class-1', name: 'Katzen 🐱', style: 0 },
  ],
  pictures: [
    picture(1, 'class-1', { pin: { side: 'training', by: 'person' } }),
    picture(2, 'class-2', { group: 'recording 1' }),
    picture(3, 'class-2', { group: 'recording 1' }),
    picture(4, 'class-1', { test: true }),
    // The same content in both classes.
    picture(1, 'class-2', { id: `${hashOf(1).slice(0, 16)}-2`, pin: { side: 'training', by: 'person' } }),
  ],
};

const numbers = (length: number, from: number) =>
  Float32Array.from({ length }, (_, i) => Math.fround(Math.sin(from + i)));

export const heads: TrainedHeads = {
  runId: 'run1',
  epoch: 7,
  settings: { ...defaultSettings, hidden: 3, seeds: 2 },
  classes: collection.classes,
  base: { ...logEntry().base, features: 5 },
  arms: [
    { name: 'without dropout', dropoutRate: 0 },
    { name: 'with dropout', dropoutRate: 0.5 },
  ],
  trials: [1, 2].map((seed) => ({
    seed,
    training: Int32Array.of(0, 2),
    validation: Int32Array.of(1, 3),
    givenLabels: Int32Array.of(0, 1, 1, 0),
    standardiser: { shift: numbers(5, seed), scale: numbers(5, seed + 9) },
  })),
  pictureIds: [picture(1, '').id, picture(2, '').id, picture(3, '').id, `${picture(1, '').id}-2`],
  labels: Int32Array.of(1, 0, 0, 0),
  // Bit patterns count, those of no number too.
  parameters: Float32Array.of(Number.NaN, -0, Infinity, ...numbers(2 * 2 * headShape(5, 3, 2).size - 3, 40)),
};

const { history: _, ...nothingTrained } = emptySession;

/** Two of three epochs, of two sides with two seeds each. */
export const training: KeptTraining = {
  ...nothingTrained,
  runId: 'run1',
  startedAt: 1_700_000_000_000,
  settings: heads.settings,
  collection,
  experiment: {
    ...nothingTrained.experiment,
    arms: heads.arms,
    trials: heads.trials.map(({ seed, training, validation, givenLabels }, k) => ({
      seed,
      training,
      validation,
      ...(k === 0 && { validationGroups: Int32Array.of(1, 1) }),
      copies: Int32Array.of(4, 6),
      givenLabels,
    })),
    epochs: 3,
  },
  classNames: ['Dogs', 'Katzen 🐱'],
  labels: heads.labels,
  features: heads.base,
  head: {
    engine: 'wasm',
    measured: [{ engine: 'wasm', runStepsPerSecond: 1234.5 }],
    fingerprints: Array.from({ length: 4 }, (_, r) => ({
      initialWeights: `w${r % 2}`,
      batchOrder: 'o',
      trainingPictures: 't',
      validationPictures: 'v',
      givenLabels: 'g',
    })),
    switched: { epoch: 2, from: 'webgl', reason: 'The context was lost.' },
  },
  runStepsPerSecond: 0.1 + 0.2,
  reason: null,
  history: Float64Array.from({ length: 2 * 4 * 6 }, (_, i) => (i === 5 ? Number.NaN : Math.abs(Math.sin(i)))),
  confusion: Int32Array.from({ length: 2 * 2 * 4 }, (_, i) => i),
};

export const whole: WholeProject = {
  project: {
    id: 'p1x',
    name: 'Cats: and dogs?',
    savedAt: 1_700_000_000_000,
    collection,
    sample: null,
    settings: { ...defaultSettings, seed: 12, hidden: 3 },
    testOpenedAt: 1_690_000_000_000,
  },
  pngs: new Map(collection.pictures.map(({ hash }) => [hash, new Blob([hash])])),
  log: [logEntry({ id: 'run1', note: 'My note', pinned: true }), logEntry({ id: 'run2', number: 2, verdict: null })],
  heads: new Map([['run1', heads]]),
  training,
};
