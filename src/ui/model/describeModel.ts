import { t } from '@lingui/core/macro';
import { type Anatomy, blockOf, cutBlock, type FeatureCut, featureWidth, type Pooling } from '../../core/base';
import { type BaseCard, blockTitle } from '../../core/catalogue';
import type { PictureClass } from '../../core/collection';
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
  const { card, anatomy, classes, hidden, dropout, busy } = model;
  const where = dropoutWhere(model);
  const names = classes.map((c) => c.name).join(', ');
  const size = anatomy ? t` of ${anatomy.inputSize} by ${anatomy.inputSize} pixels` : '';
  return [
    t`The model: pictures${size} enter the frozen base ${card.title}${trainedOn(card)}.`,
    cutSentences(model),
    hidden > 0
      ? t`The head, the only part that learns, has ${hidden} hidden units with ReLU and a softmax output for each class${names && `: ${names}`}.`
      : t`The head, the only part that learns, is a softmax output for each class${names && `: ${names}`}.`,
    where === null
      ? t`It is trained once without dropout and once with a dropout rate of ${dropout}, which acts on nothing: there are no hidden units.`
      : t`It is trained once without dropout and once with a dropout rate of ${dropout} on ${where}.`,
    busy === 'extracting' ? t`The base is at work.` : busy === 'training' ? t`The head is learning.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** ", trained on 118,000 COCO photos, 80 kinds of everyday things" */
export const trainedOn = ({ taskA }: Pick<BaseCard, 'taskA'>): string => (taskA ? t`, trained on ${taskA.words}` : '');

function cutSentences({ anatomy, cut }: Pick<ModelShape, 'anatomy' | 'cut'>): string {
  if (!anatomy || !cut) return t`Its blocks are known as soon as it is here.`;
  const line = cut.blocks[cut.blocks.length - 1] ?? 0;
  const { name, channels, side } = cutBlock(anatomy, cut);
  const joined =
    cut.blocks.length === 2
      ? t` Block ${cut.blocks[0] + 1}, ${blockOf(anatomy, cut.blocks[0]).name}, is joined to it.`
      : '';
  return (
    t`It is cut after ${blockTitle(anatomy, line).toLowerCase()}, ${name}, which has ${channels} channels of ${side} by ${side}.` +
    t`${joined} ${poolingSentences[cut.pooling]}, ${featureWidth(anatomy, cut).toLocaleString('en')} features come out.`
  );
}

const poolingSentences = {
  average: t`Averaged over the picture`,
  max: t`With the strongest response of each map`,
  flatten: t`With every position of each map`,
} as const satisfies Record<Pooling, string>;

/** What can be dropped; null when there is nothing. */
export function dropoutWhere({ hidden, dropoutAt }: Pick<ModelShape, 'hidden' | 'dropoutAt'>): string | null {
  if (dropoutAt === 'hidden') return hidden > 0 ? t`the hidden units` : null;
  return hidden > 0 && dropoutAt === 'both' ? t`the features and the hidden units` : t`the features`;
}
