import { t } from '@lingui/core/macro';
import { count } from './figures';

/** What altered copies cost, before they are made or after. */
export interface AugmentationCost {
  /** Of each training picture. */
  readonly copies: number;
  /** Altered copies that there are; null: not made yet. */
  readonly made: number | null;
  /** Pictures in the collection. */
  readonly pictures: number;
  /** Pictures that one seed learns from. */
  readonly training: number;
  /** Most that a copy is turned, in degrees. */
  readonly rotation: number;
  readonly batch: number;
  /** Of the base, where it was measured. */
  readonly perSecond: number | null;
}

/** One sentence for the base, which sees each copy once, and one for the head, which learns from all of them. */
export function augmentationCostWords(cost: AugmentationCost): string {
  const { copies, rotation, made, pictures, training, batch, perSecond } = cost;
  const most = made ?? copies * pictures;
  const seconds = perSecond === null ? '' : t`, about ${Math.max(1, Math.round(most / perSecond))} s`;
  const through =
    made === null
      ? t`Up to ${count(most, 'copy', 'copies')} will go through the base as well, once${seconds}.`
      : t`${count(most, 'copy', 'copies')} went through the base as well, once${seconds}.`;
  const steps = (rows: number) => Math.ceil(rows / batch);
  return `${through} An epoch has ${count(steps(training * (copies + 1)), 'step')} instead of ${steps(training)}. The copies stay on their picture’s side; validation gets none.${copies > 1 && rotation === 0 ? t` Without turning, a picture has only one copy that differs: its mirror image.` : ''}`;
}
