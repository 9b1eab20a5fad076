import type { Checkpoint } from '../checkpoint';
import { firstTrials, type TrainedHeads } from '../heads/trainedHeads';
import type { Snapshot } from './snapshots';

/**
 * What is kept of a checkpoint: the weights of the first trials, and the moments of the very first.
 *
 * @param arms and trials of the experiment. @param kept how many of the trials
 */
export function snapshotOf(
  { epoch, parameters, firstMoments, secondMoments, steps }: Checkpoint,
  { arms, trials, kept }: { readonly arms: number; readonly trials: number; readonly kept: number },
): Snapshot {
  const size = parameters.length / (arms * trials);
  const of = (values: Float32Array, count: number) => {
    const out = new Float32Array(arms * count * size);
    for (let a = 0; a < arms; a++)
      out.set(values.subarray(a * trials * size, (a * trials + count) * size), a * count * size);
    return out;
  };
  return {
    epoch,
    parameters: of(parameters, kept),
    moments: {
      firstMoments: of(firstMoments, 1),
      secondMoments: of(secondMoments, 1),
      steps: Uint32Array.from({ length: arms }, (_, a) => steps[a * trials] ?? 0),
    },
  };
}

/**
 * The same of heads that were kept, which have no moments: no step can be taken from there.
 *
 * @param kept how many of their trials
 */
export const snapshotOfHeads = (heads: TrainedHeads, kept: number): Snapshot => ({
  epoch: heads.epoch,
  parameters: firstTrials(heads, kept).parameters,
  moments: null,
});
