/** One of the nearest. */
export interface Neighbour {
  /** Its place among the candidates. */
  readonly index: number;
  /** Euclidean, in standardised features. */
  readonly distance: number;
}

/**
 * The candidates that lie nearest, exactly: the Euclidean distance of standardised features. What they are shifted by
 * cancels in a difference, so that raw features and the scale are enough. Of equally near ones the first counts.
 *
 * @param features [D] as the base gives them. @param candidates each [D], too.
 * @param scale [D] of the standardiser. @param count how many at most.
 * @returns the nearest first.
 */
export function nearestOf(
  features: Float32Array,
  candidates: readonly Float32Array[],
  scale: Float32Array,
  count: number,
): readonly Neighbour[] {
  const found: { index: number; squares: number }[] = [];
  candidates.forEach((candidate, index) => {
    const farthest = found.length < count ? Infinity : (found.at(-1)?.squares ?? -Infinity);
    const squares = squaredDistance(features, candidate, scale, farthest);
    if (!(squares < farthest)) return;
    const at = found.findIndex((other) => squares < other.squares);
    found.splice(at < 0 ? found.length : at, 0, { index, squares });
    if (found.length > count) found.pop();
  });
  return found.map(({ index, squares }) => ({ index, distance: Math.sqrt(squares) }));
}

/** Given up as soon as it is no less than `most`: then it is told as infinite. */
function squaredDistance(a: Float32Array, b: Float32Array, scale: Float32Array, most: number): number {
  let squares = 0;
  for (let d = 0; d < scale.length; d++) {
    const difference = ((a[d] ?? 0) - (b[d] ?? 0)) * (scale[d] ?? 1);
    squares += difference * difference;
    if (squares >= most) return Infinity;
  }
  return squares;
}
