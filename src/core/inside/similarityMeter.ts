import type { HeadShape } from '../headShape';
import { clusterOrder } from './cluster';
import type { Head } from './forward';
import { cosines, meanLikeness, squaredNorm, unitVectors, type SimilarityKind } from './similarity';

/** Of wider layers an evenly spread part is compared: pairs grow with the square. */
const mostUnits = 96;

/** One run at one moment. */
export interface Likeness {
  /** Mean |similarity| of two units, in [0, 1]. */
  readonly mean: number;
  /** Squared norm of the incoming weights. */
  readonly norm: number;
}

/** Measures the similarity of hidden units; what was measured once is remembered. */
export class SimilarityMeter {
  readonly #chosen: readonly number[];
  readonly #known = new Map<string, Likeness>();

  constructor({ layers }: HeadShape) {
    const width = layers.length > 1 ? (layers[0]?.units ?? 0) : 0;
    const units = Math.min(width, mostUnits);
    this.#chosen = Array.from({ length: units }, (_, i) => Math.floor((i * width) / units));
  }

  /** How many units are compared. */
  get units(): number {
    return this.#chosen.length;
  }

  /** [units, units] */
  matrix(kind: SimilarityKind, head: Head, initial: Float32Array, x: Float32Array): Float32Array {
    const all = unitVectors(kind, head, initial, x);
    if (all.units === this.units) return cosines(all);
    const length = all.values.length / Math.max(1, all.units);
    const values = new Float32Array(this.units * length);
    this.#chosen.forEach((u, i) => values.set(all.values.subarray(u * length, (u + 1) * length), i * length));
    return cosines({ units: this.units, values });
  }

  /** Rows and columns so that alike units stand together. */
  ordered(matrix: Float32Array): Float32Array {
    const places = clusterOrder(matrix);
    const n = places.length;
    const out = new Float32Array(n * n);
    places.forEach((a, i) => places.forEach((b, j) => (out[i * n + j] = matrix[a * n + b] ?? 0)));
    return out;
  }

  /** @param key of the run and its epoch. @param x [V, D], asked for only where it is needed. */
  measure(key: string, kind: SimilarityKind, head: Head, initial: Float32Array, x: () => Float32Array): Likeness {
    const name = `${kind} ${key}`;
    const known = this.#known.get(name);
    if (known) return known;
    const matrix = this.matrix(kind, head, initial, kind === 'activations' ? x() : new Float32Array());
    const found = { mean: meanLikeness(matrix), norm: squaredNorm(head) };
    this.#known.set(name, found);
    return found;
  }
}
