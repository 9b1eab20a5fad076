import { plural, t } from '@lingui/core/macro';
import { type Anatomy, blockOf, cutBlock, type FeatureCut, featureWidth, type Pooling } from '../../core/base';
import type { BaseCard, TaskA } from '../../core/catalogue';
import type { PictureClass } from '../../core/collection';
import { decimal } from '../../core/figures';
import type { DropoutAt } from '../../core/settings';

export interface ModelShape {
  readonly card: BaseCard;
  /** null: not known before the base is here. */
  readonly anatomy: Anatomy | null;
  readonly cut: FeatureCut | null;
  readonly classes: readonly PictureClass[];
  readonly hidden: number;
  /** The rate of the side with dropout. */
  readonly dropout: number;
  readonly dropoutAt: DropoutAt;
  /** Which part is at work. */
  readonly busy: 'extracting' | 'training' | null;
}

/** The whole drawing in words. */
export function describeModel(model: ModelShape): string {
  const { busy } = model;
  return [
    inputSentence(model),
    cutSentences(model),
    headSentence(model),
    dropoutSentence(model),
    busy === 'extracting' ? t`The base is at work.` : busy === 'training' ? t`The head is learning.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function inputSentence({ card, anatomy }: Pick<ModelShape, 'card' | 'anatomy'>): string {
  const { title, taskA } = card;
  const base = taskA ? `${title}, ${trainedOn(taskA)}` : title;
  const size = anatomy?.inputSize ?? 0;
  return anatomy
    ? t`The model: pictures of ${size} by ${size} pixels enter the frozen base ${base}.`
    : t`The model: pictures enter the frozen base ${base}.`;
}

/** "trained on 118,000 COCO photos, 80 kinds of everyday things" */
export const trainedOn = ({ words }: Pick<TaskA, 'words'>): string => t`trained on ${words}`;

function cutSentences({ anatomy, cut }: Pick<ModelShape, 'anatomy' | 'cut'>): string {
  if (!anatomy || !cut) return t`Its blocks are known as soon as it is here.`;
  const line = cut.blocks[cut.blocks.length - 1] ?? 0;
  const { name, channels, side } = cutBlock(anatomy, cut);
  const [number, all] = [line + 1, anatomy.blocks.length];
  const sentences = [
    t`It is cut after block ${number} of ${all}, ${name}, which has ${channels} channels of ${side} by ${side}.`,
  ];
  if (cut.blocks.length === 2) {
    const joined = cut.blocks[0] + 1;
    const joinedName = blockOf(anatomy, cut.blocks[0]).name;
    sentences.push(t`Block ${joined}, ${joinedName}, is joined to it.`);
  }
  return [...sentences, poolingSentence(cut.pooling, featureWidth(anatomy, cut))].join(' ');
}

function poolingSentence(pooling: Pooling, features: number): string {
  switch (pooling) {
    case 'average':
      return plural(features, {
        one: 'Averaged over the picture, # feature comes out.',
        other: 'Averaged over the picture, # features come out.',
      });
    case 'max':
      return plural(features, {
        one: 'With the strongest response of each map, # feature comes out.',
        other: 'With the strongest response of each map, # features come out.',
      });
    case 'flatten':
      return plural(features, {
        one: 'With every position of each map, # feature comes out.',
        other: 'With every position of each map, # features come out.',
      });
    default:
      return pooling satisfies never;
  }
}

function headSentence({ classes, hidden }: Pick<ModelShape, 'classes' | 'hidden'>): string {
  const said =
    hidden > 0
      ? plural(hidden, {
          one: 'The head, the only part that learns, has # hidden unit with ReLU and a softmax output for each class',
          other:
            'The head, the only part that learns, has # hidden units with ReLU and a softmax output for each class',
        })
      : t`The head, the only part that learns, is a softmax output for each class`;
  const names = classes.map((c) => c.name).join(', ');
  return names === '' ? `${said}.` : `${said}: ${names}.`;
}

function dropoutSentence(model: ModelShape): string {
  const rate = decimal(model.dropout);
  const where = dropoutWhere(model);
  return where === null
    ? t`It is trained once without dropout and once with a dropout rate of ${rate}, which acts on nothing: there are no hidden units.`
    : t`It is trained once without dropout and once with a dropout rate of ${rate} on ${where}.`;
}

/** What can be dropped; null when there is nothing. */
export function dropoutWhere({ hidden, dropoutAt }: Pick<ModelShape, 'hidden' | 'dropoutAt'>): string | null {
  if (dropoutAt === 'hidden') return hidden > 0 ? t`the hidden units` : null;
  return hidden > 0 && dropoutAt === 'both' ? t`the features and the hidden units` : t`the features`;
}
