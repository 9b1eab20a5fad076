import type { ArmAnswers } from '../../core/inside/inside';

/** A picture behind a cell. */
interface Answered {
  /** Dataset row. */
  readonly row: number;
  /** Probability of the answer given. */
  readonly confidence: number;
}

/** One cell of a confusion table. */
export interface ConfusionCell {
  readonly truth: number;
  readonly answer: number;
  /** Surest first. */
  readonly pictures: readonly Answered[];
  /** Of the pictures of the true class, in [0, 1]; 0 where there are none. */
  readonly share: number;
}

/**
 * The table from the answers themselves, so that what a cell counts is what it shows.
 *
 * @param rows [V] dataset rows. @param labels by dataset row.
 * @returns [true class][answer]
 */
export function confusionCells(
  { predicted, confidence }: Pick<ArmAnswers, 'predicted' | 'confidence'>,
  rows: readonly number[],
  labels: Int32Array,
  classes: number,
): readonly (readonly ConfusionCell[])[] {
  const behind = Array.from({ length: classes }, () => Array.from({ length: classes }, (): Answered[] => []));
  rows.forEach((row, i) => {
    const cell = behind[labels[row] ?? -1]?.[predicted[i] ?? -1];
    cell?.push({ row, confidence: confidence[i] ?? 0 });
  });
  return behind.map((line, truth) => {
    const all = line.reduce((sum, cell) => sum + cell.length, 0);
    return line.map((pictures, answer) => ({
      truth,
      answer,
      pictures: pictures.toSorted((a, b) => b.confidence - a.confidence),
      share: all === 0 ? 0 : pictures.length / all,
    }));
  });
}
