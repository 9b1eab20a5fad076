import type { BaseDescriptor, CutPoint } from '../../core/base';
import type { PictureClass } from '../../core/collection';
import type { DropoutAt } from '../../core/settings';

export interface ModelShape {
  readonly base: BaseDescriptor;
  readonly cut: CutPoint;
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
  const { base, cut, classes, hidden, dropout, busy } = model;
  const where = dropoutWhere(model);
  const names = classes.map((c) => c.name).join(', ');
  return [
    `The model: pictures of ${base.inputSize} by ${base.inputSize} pixels enter the frozen base ${base.title}, trained on ${base.taskA}.`,
    `It is cut after: ${cut.label}. What comes out there are ${cut.width} features.`,
    hidden > 0
      ? `The head, the only part that learns, has ${hidden} hidden units with ReLU and a softmax output for each class${names && `: ${names}`}.`
      : `The head, the only part that learns, is a softmax output for each class${names && `: ${names}`}.`,
    where === null
      ? `It is trained once without dropout and once with a dropout rate of ${dropout}, which acts on nothing: there are no hidden units.`
      : `It is trained once without dropout and once with a dropout rate of ${dropout} on ${where}.`,
    busy === 'extracting' ? 'The base is at work.' : busy === 'training' ? 'The head is learning.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What can be dropped; null when there is nothing. */
export function dropoutWhere({ hidden, dropoutAt }: Pick<ModelShape, 'hidden' | 'dropoutAt'>): string | null {
  if (dropoutAt === 'hidden') return hidden > 0 ? 'the hidden units' : null;
  return hidden > 0 ? 'the features and the hidden units' : 'the features';
}
