import { dropsFeatures, dropsHidden, type Settings } from '../settings';

/** One layer of a head, under the name that Keras and TensorFlow.js give it in every file that leaves the page. */
export type HeadLayer =
  | { readonly kind: 'standardise'; readonly name: 'standardise'; readonly epsilon: number }
  | { readonly kind: 'dropout'; readonly name: 'drop_features' | 'drop_hidden'; readonly rate: number }
  | {
      readonly kind: 'dense';
      readonly name: 'hidden' | 'answer';
      readonly units: number;
      readonly activation: 'relu' | 'softmax';
      /** He normal or Glorot uniform, by Keras' names. */
      readonly initializer: 'he_normal' | 'glorot_uniform';
      /** The penalty is this times the sum of the squared kernel; 0: none. */
      readonly l2: number;
    };

type HeadSettings = Pick<Settings, 'hidden' | 'dropoutAt' | 'l2'>;

/**
 * The head of an arm, layer by layer, from features to class probabilities. Both arms have the same layers: a rate of 0
 * is a value, not another structure.
 *
 * @param classes C. @param rate P(a unit is dropped) of the arm.
 */
export function headLayers(
  { hidden, dropoutAt, l2 }: HeadSettings,
  classes: number,
  rate: number,
): readonly HeadLayer[] {
  const drop = (name: 'drop_features' | 'drop_hidden', acts: boolean): readonly HeadLayer[] =>
    acts ? [{ kind: 'dropout', name, rate }] : [];
  const hiddenLayer: readonly HeadLayer[] =
    hidden > 0
      ? [
          { kind: 'dense', name: 'hidden', units: hidden, activation: 'relu', initializer: 'he_normal', l2 },
          ...drop('drop_hidden', dropsHidden(dropoutAt)),
        ]
      : [];
  return [
    // An epsilon of 0, so that the standardisation is the training's own; no variance that is taken is 0.
    { kind: 'standardise', name: 'standardise', epsilon: 0 },
    ...drop('drop_features', dropsFeatures(dropoutAt)),
    ...hiddenLayer,
    { kind: 'dense', name: 'answer', units: classes, activation: 'softmax', initializer: 'glorot_uniform', l2 },
  ];
}
