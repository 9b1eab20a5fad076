import type { HeadShape } from '../headShape';
import { clusterOrder } from './cluster';
import type { Head } from './forward';
import {
  cosines,
  squaredNorm,
  summarise,
  unitVectors,
  type SimilarityKind,
  type SimilaritySummary,
} from './similarity';

/** Of wider layers an evenly spread part is compared: pairs grow with the square. */
const mostUnits = 96;

/** Measures the similarity of hidden units; what was measured once is remembered. */
export class SimilarityMeter {
  readonly #chosen: readonly number[];
  readonly #known = new Map<string, SimilaritySummary & { readonly norm: number }>();

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
  ordered(matrix: Float32Array): { readonly matrix: Float32Array; readonly order: readonly number[] } {
    const places = clusterOrder(matrix);
    const n = places.length;
    const out = new Float32Array(n * n);
    places.forEach((a, i) => places.forEach((b, j) => (out[i * n + j] = matrix[a * n + b] ?? 0)));
    return { matrix: out, order: places.map((place) => this.#chosen[place] ?? place) };
  }

  /** @param key of the run and its epoch */
  measure(
    key: string,
    kind: SimilarityKind,
    head: Head,
    initial: Float32Array,
    x: Float32Array,
  ): SimilaritySummary & { readonly norm: number } {
    const name = `${kind} ${key}`;
    const known = this.#known.get(name);
    if (known) return known;
    const found = { ...summarise(this.matrix(kind, head, initial, x)), norm: squaredNorm(head) };
    this.#known.set(name, found);
    return found;
  }
}
