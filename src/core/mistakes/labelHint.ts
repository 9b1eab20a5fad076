/**
 * The class that everything speaks for, where that is not the label: both heads answer it, and the three nearest training
 * pictures are all in it. A hint and no proof, for the heads and the distances use the same features.
 *
 * @param answers of both heads. @param nearest classes of the nearest training pictures.
 */
export function labelHint(truth: number, answers: readonly number[], nearest: readonly number[]): number | null {
  const [answer] = answers;
  if (answer === undefined || answer === truth || nearest.length < neighboursShown) return null;
  return [...answers, ...nearest].every((other) => other === answer) ? answer : null;
}

/** So many nearest training pictures are shown, and asked. */
export const neighboursShown = 3;
