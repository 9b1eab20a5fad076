import type { Confusion } from './inside';

/** @param labels true classes. @param predicted as many answers. @returns [C][C], row = true class, column = answer */
export function confusionOf(labels: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Confusion {
  const cells = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (let i = 0; i < labels.length; i++) {
    const row = cells[labels[i] ?? -1];
    const column = predicted[i] ?? -1;
    if (row && column in row) row[column] = (row[column] ?? 0) + 1;
  }
  return cells;
}
