import { dropsFeatures } from '../settings';
import type { Experiment } from '../experiment';
import type { StepBatch } from './step';

/** The masks that one picture was trained with in one step: the sub-network of that moment. */
export interface UsedMasks {
  /** [D] */
  readonly features: Float32Array;
  /** [H]; empty without a hidden layer. */
  readonly hidden: Float32Array;
}

/**
 * Read off what the step was really fed, not drawn again: a feature was dropped where it came in as 0 and is not 0 of
 * itself.
 *
 * @param plain [B, D] the same pictures standardised, before any mask. @param rate of the arm
 */
export function masksUsed(
  { x, hiddenMask, labels }: StepBatch,
  plain: Float32Array,
  rate: number,
  { dropoutAt }: Pick<Experiment, 'dropoutAt'>,
): readonly UsedMasks[] {
  const rows = labels.length;
  const [D, H] = [x.length / rows, hiddenMask.length / rows];
  const kept = dropsFeatures(dropoutAt) ? 1 / (1 - rate) : 1;
  return Array.from(labels, (_, row) => ({
    features: Float32Array.from({ length: D }, (_, d) => (x[row * D + d] === 0 && plain[row * D + d] !== 0 ? 0 : kept)),
    hidden: hiddenMask.slice(row * H, (row + 1) * H),
  }));
}

export const droppedCount = (mask: Float32Array): number => mask.reduce((count, m) => count + (m === 0 ? 1 : 0), 0);
