import { headShape, initialParameters } from '../headShape';
import type { TrainedHeads } from '../heads/trainedHeads';
import { randomNumbers } from '../inside/head.fixture';
import { defaultSettings } from '../settings';
import type { Standardiser } from '../standardise';
import type { PositionMaps } from './activationMap';

/** Two maps of 2 x 2 positions, then, where there is a second block, one of 4 x 4. */
export const mapsOf = (...blocks: readonly (readonly [side: number, channels: number])[]): readonly PositionMaps[] => {
  const numbers = randomNumbers(blocks.reduce((sum, [side, channels]) => sum + side * side * channels, 0));
  let from = 0;
  return blocks.map(([side, channels]) => {
    const values = numbers.slice(from, from + side * side * channels);
    from += values.length;
    return { side, channels, values };
  });
};

interface Parts {
  readonly features: number;
  readonly hidden: number;
  readonly pooling?: TrainedHeads['base']['pooling'];
  readonly standardiser?: Standardiser;
  readonly parameters?: Float32Array;
  readonly trials?: number;
}

/** Two arms of three classes, over eight rows. */
export function headsOf({
  features,
  hidden,
  pooling = 'average',
  standardiser,
  parameters,
  trials = 2,
}: Parts): TrainedHeads {
  const shape = headShape(features, hidden, 3);
  const all = Array.from({ length: 2 * trials }, (_, r) => [
    ...(parameters ?? initialParameters(shape, 10 + r)),
  ]).flat();
  return {
    runId: 'run',
    epoch: 7,
    settings: { ...defaultSettings, hidden },
    classes: ['cats', 'dogs', 'owls'].map((name, style) => ({ id: name, name, style })),
    base: {
      id: 'base',
      title: 'A base',
      revision: 'r',
      inputSize: 224,
      inputRange: [0, 1],
      preprocessing: 'p',
      blocks: [{ number: 1, node: 'n' }],
      pooling,
      features,
    },
    arms: [
      { name: 'without dropout', dropoutRate: 0 },
      { name: 'with dropout', dropoutRate: 0.5 },
    ],
    trials: Array.from({ length: trials }, (_, k) => ({
      seed: k + 1,
      training: Int32Array.of(0, 1, 2, 3),
      validation: Int32Array.of(4, 5, 6, 7),
      givenLabels: new Int32Array(8),
      standardiser: standardiser ?? {
        shift: randomNumbers(features).map((n) => n / 3),
        scale: randomNumbers(features).map((n) => 1 + Math.abs(n)),
      },
    })),
    pictureIds: Array.from({ length: 8 }, (_, row) => `p${row}`),
    labels: Int32Array.from({ length: 8 }, (_, row) => row % 3),
    parameters: Float32Array.from(all),
  };
}
