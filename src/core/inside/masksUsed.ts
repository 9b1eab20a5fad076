import type { StepBatch } from './step';

/** The masks that one picture was trained with in one step: the sub-network of that moment. */
export interface UsedMasks {
  /** [D] */
  readonly features: Float32Array;
  /** [H]; empty without a hidden layer. */
  readonly hidden: Float32Array;
}

/** Picture by picture, the masks that a step was fed. */
export function masksUsed({
  featureMask,
  hiddenMask,
  labels,
}: Pick<StepBatch, 'featureMask' | 'hiddenMask' | 'labels'>): readonly UsedMasks[] {
  const rows = labels.length;
  const [D, H] = [featureMask.length / rows, hiddenMask.length / rows];
  return Array.from(labels, (_, row) => ({
    features: featureMask.slice(row * D, (row + 1) * D),
    hidden: hiddenMask.slice(row * H, (row + 1) * H),
  }));
}

export const droppedCount = (mask: Float32Array): number => mask.reduce((count, m) => count + (m === 0 ? 1 : 0), 0);
