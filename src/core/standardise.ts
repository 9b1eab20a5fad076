/** Per-feature shift [D] and scale [D]: a standardised feature is (x - shift) * scale. */
export interface Standardiser {
  readonly shift: Float32Array;
  readonly scale: Float32Array;
}

/**
 * Mean and 1 / standard deviation (population) over the given rows.
 * A feature that is constant on them gets scale 1: there is nothing to divide by.
 *
 * @param features [N, D] row-major. @param rows row indices; at least one.
 */
export function standardiser(features: Float32Array, dimension: number, rows: Int32Array): Standardiser {
  const shift = new Float32Array(dimension);
  const scale = new Float32Array(dimension);
  for (let d = 0; d < dimension; d++) {
    let sum = 0;
    for (const row of rows) sum += features[row * dimension + d] ?? 0;
    const mean = sum / rows.length;
    let squares = 0;
    for (const row of rows) squares += ((features[row * dimension + d] ?? 0) - mean) ** 2;
    const deviation = Math.sqrt(squares / rows.length);
    shift[d] = mean;
    scale[d] = deviation > 1e-6 * Math.max(1, Math.abs(mean)) ? 1 / deviation : 1;
  }
  return { shift, scale };
}

/** Leaves features as they are. */
export const identity = (dimension: number): Standardiser => ({
  shift: new Float32Array(dimension),
  scale: new Float32Array(dimension).fill(1),
});

/** [N, D] standardised copy. */
export function standardised(features: Float32Array, { shift, scale }: Standardiser): Float32Array {
  const dimension = shift.length;
  return features.map((value, at) => (value - (shift[at % dimension] ?? 0)) * (scale[at % dimension] ?? 1));
}
