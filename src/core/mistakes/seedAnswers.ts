import { t } from '@lingui/core/macro';
import { headAt, type TrainedHeads } from '../heads/trainedHeads';
import { logitsOf, predictedClasses, softmax } from '../inside/forward';
import { macrotask } from '../macrotask';
import { standardised } from '../standardise';

/** What the heads of one seed answered on some pictures. */
export interface SeedAnswers {
  /** Index of the seed's trial. */
  readonly trial: number;
  /** [V] which pictures: rows of the heads, or places in a list of pictures. */
  readonly rows: Int32Array;
  /** By arm: [V] index of the class that was answered; `noAnswer` where the picture had no features. */
  readonly predicted: readonly Uint8Array[];
  /** By arm: [V] probability of that answer. */
  readonly confidence: readonly Float32Array[];
}

/** Stands for an answer that could not be asked for; there are far fewer classes. */
export const noAnswer = 255;

/** How long is counted at a stretch, in ms: the page draws in between. */
const stretch = 10;

interface Asking {
  /** [D] as the base gives them, of a row; undefined where there are none. */
  readonly featuresOf: (row: number) => Float32Array | undefined;
  /** Asked after each stretch. */
  readonly isWanted: () => boolean;
  /** @param rows so many more are done. */
  readonly onDone: (rows: number) => void;
}

/** Asks all arms of a seed about pictures, in turns. @returns null once it is no longer wanted. */
export async function answersOfSeed(
  heads: TrainedHeads,
  trial: number,
  rows: Int32Array,
  { featuresOf, isWanted, onDone }: Asking,
): Promise<SeedAnswers | null> {
  const own = heads.trials[trial];
  if (!own) throw new RangeError(t`There is no trial ${trial}.`);
  const classes = heads.classes.length;
  const arms = heads.arms.map((_, arm) => headAt(heads, arm, trial));
  const predicted = arms.map(() => new Uint8Array(rows.length).fill(noAnswer));
  const confidence = arms.map(() => new Float32Array(rows.length));
  let size = 1;
  for (let from = 0; from < rows.length;) {
    const startedAt = performance.now();
    const to = Math.min(rows.length, from + size);
    const there = Array.from(rows.subarray(from, to), (row, i) => ({ at: from + i, features: featuresOf(row) })).filter(
      (one): one is { at: number; features: Float32Array } => one.features !== undefined,
    );
    const x = standardised(stacked(there.map(({ features }) => features)), own.standardiser);
    arms.forEach((head, arm) => {
      const logits = logitsOf(head, x);
      const probabilities = softmax(logits, classes);
      predictedClasses(logits, classes).forEach((answer, i) => {
        const at = there[i]?.at ?? -1;
        predicted[arm]?.set([answer], at);
        confidence[arm]?.set([probabilities[i * classes + answer] ?? 0], at);
      });
    });
    onDone(to - from);
    from = to;
    size = nextSize(size, performance.now() - startedAt);
    await macrotask();
    if (!isWanted()) return null;
  }
  return { trial, rows, predicted, confidence };
}

/** So many that they take one stretch, at most twice as many as before. */
const nextSize = (size: number, took: number): number =>
  Math.max(1, Math.min(2 * size, 512, Math.floor((size * stretch) / Math.max(took, 0.01))));

/** [N * D] */
function stacked(rows: readonly Float32Array[]): Float32Array {
  const dimension = rows[0]?.length ?? 0;
  const all = new Float32Array(rows.length * dimension);
  rows.forEach((row, i) => all.set(row, i * dimension));
  return all;
}
