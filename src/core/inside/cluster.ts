import { agnes } from 'ml-hclust';

/**
 * An order of the units in which alike ones stand together: the leaves of an average-linkage tree over 1 - cosine.
 *
 * @param matrix [H, H] of cosines. @returns H indices
 */
export function clusterOrder(matrix: Float32Array): readonly number[] {
  const units = Math.round(Math.sqrt(matrix.length));
  if (units < 3) return Array.from({ length: units }, (_, u) => u);
  const distances = Array.from({ length: units }, (_, a) =>
    Array.from({ length: units }, (_, b) => (a === b ? 0 : 1 - (matrix[a * units + b] ?? 0))),
  );
  return agnes(distances, { method: 'average', isDistanceMatrix: true }).indices();
}
