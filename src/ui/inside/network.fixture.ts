import type { NetworkView, PredictView, StepView, SubnetworkStrip } from '../../core/inside/inside';

/** Networks of 4 features, 3 hidden units and 2 classes, for tests: the arm with dropout drops on both layers. */
const weights = {
  first: Float32Array.from({ length: 12 }, (_, i) => Math.cos(i + 1)),
  last: Float32Array.from({ length: 6 }, (_, i) => Math.sin(i + 1)),
};

/** Of the end of a step: all weights of the first layer negative, so that a drawing tells them apart. */
const updated = { ...weights, first: weights.first.map((weight) => -Math.abs(weight)) };

export const view: NetworkView = {
  epoch: 5,
  sample: { features: [0, 40, 80, 119], hidden: [0, 10, 31], outputs: [0, 1] },
  sizes: { features: 120, hidden: 32, outputs: 2 },
  scale: 1,
  arms: [
    { ...weights, rate: 0 },
    { ...weights, rate: 0.5 },
  ],
};

const still = {
  droppedFeatures: [[], []],
  droppedHidden: [[], []],
  counts: [
    { features: 0, hidden: 0 },
    { features: 0, hidden: 0 },
  ],
  losses: [0.25, 0.75],
  probabilities: [
    [0.8, 0.2],
    [0.6, 0.4],
  ],
  loss: 0.5,
  lossAfter: 0.48,
  change: 0.001234,
  before: weights,
  after: updated,
};

export const step: StepView = {
  epoch: 6,
  step: 1,
  steps: 8,
  rows: [7, 9],
  labels: [0, 1],
  trueLabels: [0, 1],
  isTaken: true,
  arms: [
    still,
    {
      ...still,
      droppedFeatures: [
        [true, false, false, false],
        [true, false, false, true],
      ],
      droppedHidden: [
        [true, true, false],
        [true, true, true],
      ],
      counts: [
        { features: 61, hidden: 17 },
        { features: 58, hidden: 15 },
      ],
    },
  ],
};

const into = { masked: 'hidden', into: 'output', leavesFeaturesOut: true } as const;

export const predict: PredictView = {
  epoch: 5,
  row: 7,
  arms: [
    {
      whole: [0.9, 0.1],
      averaged: [0.9, 0.1],
      subnetworks: 0,
      input: { ...into, whole: 2, averaged: 2, unscaled: 2 },
    },
    {
      whole: [0.8, 0.2],
      averaged: [0.77, 0.23],
      subnetworks: 24,
      input: { ...into, whole: 1.24, averaged: 1.25, unscaled: 0.62 },
    },
  ],
};

export const strip: SubnetworkStrip = {
  epoch: 5,
  drawn: 7776,
  layer: 'hidden',
  arms: [
    { masks: [[false, false, false]], recent: 200, distinct: 1 },
    {
      masks: [
        [true, false, true],
        [false, false, true],
        [true, false, true],
      ],
      recent: 200,
      distinct: 198,
    },
  ],
};
