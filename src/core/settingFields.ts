import { t } from '@lingui/core/macro';
import type { Pooling } from './base';
import type { EngineChoice } from './engine';
import type { TermId } from './glossary';
import type { DropoutAt, Settings } from './settings';

/** Settings that are numbers. */
export type NumberKey = Exclude<keyof Settings, 'dropoutAt' | 'engine' | 'base' | 'pooling'>;

export interface NumberField {
  readonly kind: 'number';
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly integer: boolean;
  /** One sentence, with `<0>…</0>` around the first of its terms, `<1>…</1>` around the second. */
  readonly definition: string;
  readonly terms: readonly TermId[];
}

export interface ChoiceField<T extends string> {
  readonly kind: 'choice';
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** As a number's. */
  readonly definition: string;
  readonly terms: readonly TermId[];
}

/** A frozen base's id. What is there to choose from depends on the device, so there is no list of options. */
export interface BaseField {
  readonly kind: 'base';
  readonly label: string;
  readonly definition: string;
}

export type Field = NumberField | ChoiceField<string> | BaseField;

const number = (
  label: string,
  unit: string,
  [min, max, step]: readonly [number, number, number],
  definition: string,
  terms: readonly TermId[] = [],
): NumberField => ({ kind: 'number', label, unit, min, max, step, integer: Number.isInteger(step), definition, terms });

/** One defining sentence, unit and range for every setting: the controls, the link and the docs are made from it. */
export const fields = {
  dropout: number(
    t`Dropout rate`,
    t`share of units`,
    [0, 0.9, 0.05],
    t`The chance that a unit is <0>dropped</0>, drawn afresh for every picture at every step; used on the right side only.`,
    ['dropout'],
  ),
  dropoutAt: {
    kind: 'choice',
    label: t`Dropout acts on`,
    options: [
      { value: 'both', label: t`Features and hidden layer` },
      { value: 'hidden', label: t`Hidden layer only` },
      { value: 'input', label: t`Features only` },
    ],
    definition: t`Which units can be dropped: hidden units, <0>features</0> that enter the <1>head</1>, or both.`,
    terms: ['features', 'head'],
  } satisfies ChoiceField<DropoutAt>,
  hidden: number(
    t`Hidden units`,
    t`units`,
    [0, 512, 1],
    t`Width of the <0>dense layer</0> between the features and the classes; 0 leaves it out.`,
    ['dense'],
  ),
  epochs: number(
    t`Epochs`,
    t`epochs`,
    [1, 500, 1],
    t`How long the head learns: in one <0>epoch</0> it sees every training picture once.`,
    ['epoch'],
  ),
  seeds: number(
    t`Seeds`,
    t`runs per side`,
    [1, 50, 1],
    t`How often the whole comparison is repeated: each <0>seed</0> has a split, initial weights and an order of its own.`,
    ['seed'],
  ),
  seed: number(
    t`First seed`,
    t`whole number`,
    [0, 999_999, 1],
    t`The number that fixes every random draw: the same seed gives the same curves.`,
  ),
  noise: number(
    t`Wrong labels`,
    t`share of training labels`,
    [0, 0.5, 0.05],
    t`The share of training <0>labels</0> made wrong on purpose, so that there is something that should not be <1>learned by heart</1>.`,
    ['label', 'over-fitting'],
  ),
  perClass: number(
    t`Pictures per class`,
    t`training pictures, 0 = all`,
    [0, 2000, 1],
    t`At most this many <0>training pictures</0> of each class are used; <1>validation</1> keeps all of its own.`,
    ['training', 'validation'],
  ),
  split: number(
    t`Training share`,
    t`share of each class`,
    [0.1, 0.9, 0.01],
    t`The share of each <0>class</0> that is learned from; the rest only checks (<1>validation</1>).`,
    ['class', 'validation'],
  ),
  lr: number(
    t`Learning rate`,
    t`per step`,
    [0.0001, 0.1, 0.0001],
    t`How far one <0>Adam</0> <1>step</1> moves the <2>weights</2>.`,
    ['adam', 'step', 'weight'],
  ),
  batch: number(t`Batch size`, t`pictures`, [1, 256, 1], t`How many pictures one step learns from: a <0>batch</0>.`, [
    'batch',
  ]),
  l2: number(
    t`L2 penalty`,
    t`per squared weight`,
    [0, 0.1, 0.0001],
    t`Pulls the weights towards zero: this many times the sum of their squares is added to the <0>loss</0>.`,
    ['loss'],
  ),
  engine: {
    kind: 'choice',
    label: t`Engine for the base`,
    options: [
      { value: 'auto', label: t`Automatic` },
      { value: 'webgl', label: 'WebGL' },
      { value: 'webgpu', label: 'WebGPU' },
      { value: 'wasm', label: 'WASM' },
      { value: 'cpu', label: 'CPU' },
    ],
    definition: t`What computes the features: the graphics card (WebGL, WebGPU), compiled code (WASM), or plain JavaScript (CPU).`,
    terms: [],
  } satisfies ChoiceField<EngineChoice>,
  base: {
    kind: 'base',
    label: t`Frozen base`,
    definition: t`The network that was trained on task A, long before; its weights never change here.`,
  } satisfies BaseField,
  cut: number(
    t`Cut after block`,
    t`number of the block, 0 = the base’s default`,
    [0, 99, 1],
    t`The block whose output becomes the features; what comes after it is not used.`,
  ),
  join: number(
    t`Joined block`,
    t`number of the block, 0 = none`,
    [0, 99, 1],
    t`A second block whose features are put beside those of the cut.`,
  ),
  pooling: {
    kind: 'choice',
    label: t`Pooling`,
    options: [
      { value: 'average', label: t`Average` },
      { value: 'max', label: t`Maximum` },
      { value: 'flatten', label: t`Flatten` },
    ],
    definition: t`How each map becomes numbers: its mean over the picture, its strongest response, or every position of it.`,
    terms: [],
  } satisfies ChoiceField<Pooling>,
  copies: number(
    t`Altered copies`,
    t`per training picture`,
    [0, 8, 1],
    t`How many flipped or turned copies of each training picture are learned from as well (<0>augmentation</0>); validation gets none.`,
    ['augmentation'],
  ),
  rotation: number(
    t`Turned by at most`,
    t`degrees to either side`,
    [0, 90, 1],
    t`The most that a copy is turned; the corners that come free are filled with the mirrored picture.`,
  ),
  unfreeze: number(
    t`Unfrozen blocks`,
    t`last blocks before the cut`,
    [1, 6, 1],
    t`How many of the base’s last <0>blocks</0> are trained on, together with the head, when <1>fine-tuning</1> begins.`,
    ['block', 'fine-tuning'],
  ),
  tuneEpochs: number(
    t`Epochs of fine-tuning`,
    t`after those of the head alone`,
    [1, 100, 1],
    t`How many more times every training picture is seen once the last blocks are unfrozen.`,
  ),
  tuneRate: number(
    t`Rate of fine-tuning`,
    t`times the learning rate`,
    [0.001, 100, 0.001],
    t`How large a step is while the base is unfrozen, compared with the steps of the head alone. A tenth is usual.`,
  ),
} as const satisfies Record<keyof Settings, Field>;
