import { bundledAnatomy } from '../bundledAnatomy';
import { bundled } from '../catalogue';
import { featureRecord } from '../featureRecord';
import { headShape, initialParameters } from '../headShape';
import type { TrainedHeads } from '../heads/trainedHeads';
import { stream } from '../rng';
import { defaultSettings, type Settings } from '../settings';

/** Heads of two seeds over five features and three classes, with weights and statistics of nothing. */
export function takenHeads(changes: Partial<Settings> = {}, scaled = 1): TrainedHeads {
  const settings = { ...defaultSettings, hidden: 4, ...changes };
  const [features, classes] = [5, 3];
  const shape = headShape(features, settings.hidden, classes);
  const rng = stream(7, 'sample');
  const numbers = (count: number, of: () => number) => Float32Array.from({ length: count }, of);
  return {
    runId: 'run',
    epoch: 3,
    settings,
    classes: ['cats', 'dogs', 'Büsche & "more"'].map((name, style) => ({ id: `class-${style}`, name, style })),
    base: { ...featureRecord(bundled, bundledAnatomy, { blocks: [15], pooling: 'average' }, 'r'), features },
    arms: [
      { name: 'without dropout', dropoutRate: 0 },
      { name: 'with dropout', dropoutRate: settings.dropout },
    ],
    trials: [1, 2].map((seed) => ({
      seed,
      training: Int32Array.of(0, 1, 2),
      validation: Int32Array.of(3),
      givenLabels: Int32Array.of(0, 1, 2, 0),
      standardiser: {
        shift: numbers(features, () => rng.normal() * scaled),
        scale: numbers(features, () => (0.2 + rng.uniform()) / scaled),
      },
    })),
    pictureIds: ['a', 'b', 'c', 'd'],
    labels: Int32Array.of(0, 1, 2, 0),
    parameters: Float32Array.from([1, 2, 3, 4].flatMap((seed) => [...initialParameters(shape, seed)])),
  };
}
