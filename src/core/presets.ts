import { t } from '@lingui/core/macro';
import { between, nats, percent, points, signed } from './figures';
import { defaultsFor } from './samples';
import type { Settings } from './settings';

/** What a preset may change: the head, its training, and what it learns from; not the pictures or the base. */
type PresetSettings = Pick<
  Settings,
  'seeds' | 'epochs' | 'dropout' | 'dropoutAt' | 'hidden' | 'lr' | 'batch' | 'perClass' | 'noise' | 'l2'
>;

/** Both sides after the last epoch on the built-in set, means over `measuredSeeds` seeds: without, with dropout. */
export interface Measured {
  /** Accuracies in [0, 1], dropout off. */
  readonly training: readonly [number, number];
  readonly validation: readonly [number, number];
  /** Nats. */
  readonly loss: readonly [number, number];
  /** Of the validation accuracies, with minus without, seed by seed: mean and half width of its 95 % t interval. */
  readonly difference: readonly [number, number];
}

/** A set-up that shows something, and what it showed when it was measured. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** Two sentences: what is set, and what to watch for. */
  readonly watch: readonly [string, string];
  /** What differs from the defaults of the built-in set. */
  readonly changes: Partial<PresetSettings>;
  readonly measured: Measured;
}

/** The set that all were measured on, with its own split. */
export const presetSample = 'animals-food-vehicles';
export const measuredSeeds = 40;

/** `npm run bench:presets` measures them all anew, with 40 seeds, in the built app. */
export const presets: readonly Preset[] = [
  {
    id: 'wrong-labels',
    title: t`Wrong labels`,
    watch: [
      t`Three in ten training labels are wrong on purpose, so whatever is learned by heart is learned wrong.`,
      t`Watch the training curve without dropout climb to 100 %, wrong labels and all, while its validation loss turns upwards after a few epochs; with dropout the gap is 10 points instead of 36.`,
    ],
    changes: { noise: 0.3, seeds: 10 },
    measured: { training: [1, 0.825], validation: [0.639, 0.727], loss: [1.351, 0.718], difference: [0.088, 0.017] },
  },
  {
    id: 'few-pictures',
    title: t`Few pictures`,
    watch: [
      t`Ten pictures of each class are learned from, all labelled rightly.`,
      t`Watch both sides learn them by heart: dropout lowers the validation loss, but the gap stays nearly as wide, because it does not replace pictures.`,
    ],
    changes: { noise: 0, perClass: 10, seeds: 40 },
    measured: { training: [1, 1], validation: [0.68, 0.695], loss: [1.034, 0.895], difference: [0.015, 0.01] },
  },
  {
    id: 'big-head',
    title: t`Big head`,
    watch: [
      t`A hidden layer of 256 units learns from 216 pictures, a fifth of them with wrong labels: far more weights than pictures.`,
      t`Watch how soon the side without dropout reaches 100 % on training pictures, and how its validation loss turns upwards while the other side’s does not.`,
    ],
    changes: { noise: 0.2, hidden: 256, lr: 0.001, seeds: 10 },
    measured: { training: [1, 0.935], validation: [0.734, 0.772], loss: [0.879, 0.589], difference: [0.038, 0.011] },
  },
  {
    id: 'too-much',
    title: t`Too much dropout`,
    watch: [
      t`Nine in ten units are dropped at every step, and all labels are right.`,
      t`Watch the side with dropout under-fit: even its training curve stays far below the other one, so it hurts.`,
    ],
    changes: { noise: 0, dropout: 0.9, seeds: 5 },
    measured: { training: [1, 0.586], validation: [0.839, 0.555], loss: [0.635, 1.032], difference: [-0.284, 0.025] },
  },
  {
    id: 'no-need',
    title: t`No need for dropout`,
    watch: [
      t`All pictures are learned from, all labels are right, and the features are good: there is little to over-fit to.`,
      t`Watch the two validation curves stay together: the verdict on accuracy is “cannot tell”, although dropout still lowers the loss.`,
    ],
    changes: { noise: 0, seeds: 20 },
    measured: { training: [1, 0.982], validation: [0.839, 0.83], loss: [0.635, 0.483], difference: [-0.009, 0.01] },
  },
  {
    id: 'input',
    title: t`Dropout on the input`,
    watch: [
      t`Only features that enter the head are dropped, never hidden units; a fifth of the training labels is wrong.`,
      t`Watch it do the same as the default set-up, features and hidden units, but less of it: most wrong labels are still learned by heart, and the gap stays wide.`,
    ],
    changes: { noise: 0.2, dropoutAt: 'input', seeds: 20 },
    measured: { training: [1, 0.988], validation: [0.716, 0.732], loss: [1.063, 0.719], difference: [0.017, 0.012] },
  },
];

const settingsOf = ({ changes }: Preset): PresetSettings => {
  const { seeds, epochs, dropout, dropoutAt, hidden, lr, batch, perClass, noise, l2 } = defaultsFor(presetSample);
  return { seeds, epochs, dropout, dropoutAt, hidden, lr, batch, perClass, noise, l2, ...changes };
};

/** These settings with a preset's in their place. */
export const withPreset = (settings: Settings, preset: Preset): Settings => ({ ...settings, ...settingsOf(preset) });

/** The preset whose set-up these settings are, however many seeds; undefined: none. */
export const presetOf = (settings: Settings): Preset | undefined =>
  presets.find((preset) => {
    const own = settingsOf(preset);
    return (Object.keys(own) as (keyof PresetSettings)[]).every((key) => key === 'seeds' || own[key] === settings[key]);
  });

/** "Measured on the built-in set with 40 seeds: validation accuracy 63.9 % without and 72.7 % with dropout (+8.8 points, …)." */
export function presetFigures({ measured }: Preset): string {
  const { validation, training, loss, difference } = measured;
  const [mean, half] = difference;
  const [without, withDropout] = [percent(validation[0]), percent(validation[1])];
  const change = signed(points(mean));
  const interval = between(signed(points(mean - half)), signed(points(mean + half)));
  const seeds = measuredSeeds;
  const accuracy =
    mean - half < 0 && mean + half > 0
      ? t`Measured with ${seeds} seeds on the built-in set and its default base: validation accuracy ${without} without and ${withDropout} with dropout (${change} points, 95\u00a0% interval ${interval}: cannot tell)`
      : t`Measured with ${seeds} seeds on the built-in set and its default base: validation accuracy ${without} without and ${withDropout} with dropout (${change} points, 95\u00a0% interval ${interval})`;
  const [trainingWithout, trainingWith] = [percent(training[0]), percent(training[1])];
  const [lossWithout, lossWith] = [nats(loss[0]), nats(loss[1])];
  const rest = t`training accuracy ${trainingWithout} and ${trainingWith}; validation loss ${lossWithout} and ${lossWith}.`;
  return `${accuracy}; ${rest}`;
}
