import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import { macrotask } from '../core/macrotask';
import { stream } from '../core/rng';

/** The two directions along which the pictures differ most. */
export interface PrincipalAxes {
  /** [N, 2] row-major: each picture's place along them. */
  readonly points: Float64Array;
  /** Shares of the whole variance that they hold. */
  readonly explained: readonly [number, number];
}

/** Directions carried along: more than the two wanted, because that makes the two settle fast. */
const carried = 8;
const mostRounds = 40;
/** Settled: the variance of the two grows by less than this share of it. */
const settled = 1e-6;

/**
 * Principal component analysis, the first two axes alone, by subspace iteration (Halko, Martinsson and Tropp, SIAM
 * Review 53, 2011, 217, algorithm 4.4; a whole decomposition of 2,000 pictures would take a minute): W is multiplied by
 * X'X and made orthonormal again until the two largest eigenvalues of W'X'XW stand still. Each axis points to where the
 * picture farthest from the middle lies, so that the same pictures give the same map.
 *
 * @param features [N, D] row-major, each column with mean 0. N and D are 1 or more.
 * @param isWanted asked between rounds. @returns null once it is not.
 */
export async function principalAxes(
  features: Float32Array,
  dimension: number,
  isWanted: () => boolean,
): Promise<PrincipalAxes | null> {
  const count = features.length / dimension;
  const width = Math.min(carried, dimension);
  const whole = features.reduce((sum, value) => sum + value * value, 0);
  if (!(whole > 0)) return { points: new Float64Array(2 * count), explained: [0, 0] };
  const rng = stream(1, 'projection');
  let axes = orthonormal(Float64Array.from({ length: dimension * width }, rng.normal), width);
  let best = 0;
  for (let round = 1; ; round++) {
    const { scores, next } = multiplied(features, axes, dimension, width);
    const { values, vectors } = eigen(scores, width);
    const found = (values[0] ?? 0) + (values[1] ?? 0);
    if (round === mostRounds || found - best <= settled * found)
      return {
        points: turned(scores, vectors, width),
        explained: [(values[0] ?? 0) / whole, (values[1] ?? 0) / whole],
      };
    best = found;
    axes = orthonormal(next, width);
    await macrotask();
    if (!isWanted()) return null;
  }
}

/** XW [N, width], and X'XW [D, width], in one pass over X. */
function multiplied(features: Float32Array, axes: Float64Array, dimension: number, width: number) {
  const count = features.length / dimension;
  const scores = new Float64Array(count * width);
  const next = new Float64Array(dimension * width);
  for (let row = 0; row < count; row++) {
    const own = scores.subarray(row * width, (row + 1) * width);
    for (let d = 0, at = 0; d < dimension; d++) {
      const value = features[row * dimension + d] ?? 0;
      for (let k = 0; k < width; k++, at++) own[k] = (own[k] ?? 0) + value * (axes[at] ?? 0);
    }
    for (let d = 0, at = 0; d < dimension; d++) {
      const value = features[row * dimension + d] ?? 0;
      for (let k = 0; k < width; k++, at++) next[at] = (next[at] ?? 0) + value * (own[k] ?? 0);
    }
  }
  return { scores, next };
}

/** Eigenvalues and eigenvectors of S'S, the largest two. */
function eigen(scores: Float64Array, width: number) {
  const square = Matrix.zeros(width, width);
  for (let row = 0; row < scores.length; row += width)
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++)
        square.set(a, b, square.get(a, b) + (scores[row + a] ?? 0) * (scores[row + b] ?? 0));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(square, { assumeSymmetric: true });
  // They come in ascending order.
  const order = Array.from({ length: Math.min(2, width) }, (_, i) => width - 1 - i);
  return {
    values: order.map((at) => Math.max(0, realEigenvalues[at] ?? 0)),
    vectors: order.map((at) => eigenvectorMatrix.getColumn(at)),
  };
}

/** S turned onto its eigenvectors: [N, 2]. */
function turned(scores: Float64Array, vectors: readonly (readonly number[])[], width: number): Float64Array {
  const count = scores.length / width;
  const points = new Float64Array(2 * count);
  vectors.forEach((vector, axis) => {
    let farthest = 0;
    for (let row = 0; row < count; row++) {
      const place = vector.reduce((sum, v, k) => sum + v * (scores[row * width + k] ?? 0), 0);
      points[2 * row + axis] = place;
      if (Math.abs(place) > Math.abs(farthest)) farthest = place;
    }
    if (farthest < 0) for (let at = axis; at < points.length; at += 2) points[at] = -(points[at] ?? 0);
  });
  return points;
}

/** [D, width] with orthonormal columns that span the same. */
function orthonormal(columns: Float64Array, width: number): Float64Array {
  const matrix = Matrix.from1DArray(columns.length / width, width, columns);
  return Float64Array.from(new QrDecomposition(matrix).orthogonalMatrix.to1DArray());
}
