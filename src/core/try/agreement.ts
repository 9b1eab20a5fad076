import { probabilitiesOf, shapeOf, type TrainedHeads } from '../heads/trainedHeads';
import { macrotask } from '../macrotask';
import { answerOf } from './answer';

/** What the heads of all seeds answer, side by side. */
export interface Agreement {
  /** [arms][C] how many seeds answer each class; fewer than there are where weights are no numbers. */
  readonly counts: readonly (readonly number[])[];
  readonly seeds: number;
}

/** How many numbers are multiplied at a stretch: some milliseconds' worth. */
const stretch = 2_000_000;

/**
 * The answers of all seeds to one picture.
 *
 * @param features [1, D] as the base gives them. @param isWanted asked between stretches. @returns null once it is not.
 */
export async function agreementOf(
  heads: TrainedHeads,
  features: Float32Array,
  isWanted: () => boolean,
): Promise<Agreement | null> {
  const { arms, trials, classes } = heads;
  const counts = arms.map(() => classes.map(() => 0));
  const cost = shapeOf(heads).size;
  let done = 0;
  for (const [arm, own] of counts.entries())
    for (let trial = 0; trial < trials.length; trial++) {
      const answer = answerOf(probabilitiesOf(heads, arm, trial, features));
      if (answer !== null) own[answer] = (own[answer] ?? 0) + 1;
      done += cost;
      if (done < stretch) continue;
      done = 0;
      await macrotask();
      if (!isWanted()) return null;
    }
  return { counts, seeds: trials.length };
}
