import { hiddenActivations, type Head } from './forward';

/**
 * How alike two hidden units are, in [-1, 1].
 * - weights: cosine of their incoming weights.
 * - change: cosine of what training changed of those since the start.
 * - activations: Pearson correlation of their activations on the validation pictures.
 */
export type SimilarityKind = 'weights' | 'change' | 'activations';

/** One vector per hidden unit, row by row: [H, length]. */
export interface UnitVectors {
  readonly units: number;
  readonly values: Float32Array;
}

/** @param initial [P] parameters before training; for `change`. @param x [V, D] standardised validation features. */
export function unitVectors(kind: SimilarityKind, head: Head, initial: Float32Array, x: Float32Array): UnitVectors {
  const [first] = head.shape.layers;
  if (!first || head.shape.layers.length < 2) return { units: 0, values: new Float32Array() };
  if (kind === 'activations') return centred(transposed(hiddenActivations(head, x), first.units));
  const kernel = head.parameters.slice(first.kernelAt, first.biasAt);
  if (kind === 'change') for (let i = 0; i < kernel.length; i++) kernel[i] = (kernel[i] ?? 0) - (initial[i] ?? 0);
  return transposed(kernel, first.units);
}

/**
 * Cosine of every pair. A vector of zeros has no direction: it is like itself (1) and like nothing else (0).
 * @returns [H, H], symmetric, 1 on the diagonal.
 */
export function cosines({ units, values }: UnitVectors): Float32Array {
  const length = units > 0 ? values.length / units : 0;
  const unit = new Float64Array(values.length);
  for (let u = 0; u < units; u++) {
    let squares = 0;
    for (let i = 0; i < length; i++) squares += (values[u * length + i] ?? 0) ** 2;
    const norm = Math.sqrt(squares);
    // Below this a direction is rounding error.
    if (norm < 1e-6) continue;
    for (let i = 0; i < length; i++) unit[u * length + i] = (values[u * length + i] ?? 0) / norm;
  }
  const out = new Float32Array(units * units);
  for (let a = 0; a < units; a++) {
    out[a * units + a] = 1;
    for (let b = 0; b < a; b++) {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += (unit[a * length + i] ?? 0) * (unit[b * length + i] ?? 0);
      out[a * units + b] = out[b * units + a] = Math.max(-1, Math.min(1, sum));
    }
  }
  return out;
}

/** Mean over pairs of |cosine|, in [0, 1]. @param matrix [H, H] with H >= 2; NaN below that. */
export function meanLikeness(matrix: Float32Array): number {
  const units = Math.round(Math.sqrt(matrix.length));
  if (units < 2) return Number.NaN;
  let total = 0;
  for (let a = 0; a < units; a++) for (let b = 0; b < a; b++) total += Math.abs(matrix[a * units + b] ?? 0);
  return (2 * total) / (units * (units - 1));
}

/** Sum of the squared incoming weights of all hidden units; of the output kernel where there is no hidden layer. */
export function squaredNorm({ shape, parameters }: Head): number {
  const [first] = shape.layers;
  if (!first) return 0;
  let sum = 0;
  for (let i = first.kernelAt; i < first.biasAt; i++) sum += (parameters[i] ?? 0) ** 2;
  return sum;
}

/** [rows, units] -> one vector per unit. */
function transposed(values: Float32Array, units: number): UnitVectors {
  const rows = values.length / units;
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let u = 0; u < units; u++) out[u * rows + row] = values[row * units + u] ?? 0;
  return { units, values: out };
}

/** Minus its own mean, unit by unit: the cosine of centred vectors is Pearson's correlation. */
function centred({ units, values }: UnitVectors): UnitVectors {
  const length = values.length / units;
  for (let u = 0; u < units; u++) {
    const own = values.subarray(u * length, (u + 1) * length);
    const mean = own.reduce((sum, v) => sum + v, 0) / length;
    for (let i = 0; i < length; i++) own[i] = (own[i] ?? 0) - mean;
  }
  return { units, values };
}
