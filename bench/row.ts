/** One line of the benchmark's table. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in the same unit. */
  readonly against?: { readonly name: string; readonly value: number };
  /** value / against.value must reach `atLeast`, or value itself must stay under `below`. */
  readonly target: { readonly atLeast: number } | { readonly below: number } | null;
}
