/** The class that is answered, the first of equals; null where the probabilities are no numbers. @param probabilities [C] */
export function answerOf(probabilities: ArrayLike<number>): number | null {
  let best: number | null = null;
  let highest = -Infinity;
  for (let c = 0; c < probabilities.length; c++) {
    const p = probabilities[c] ?? NaN;
    if (!Number.isFinite(p)) return null;
    if (p > highest) [best, highest] = [c, p];
  }
  return best;
}
