/** What a model's JSON says of its weights: groups of tensors, each group in one or more files ("shards"). */
export type WeightsManifest = readonly WeightGroup[];

export interface WeightGroup {
  readonly paths: readonly string[];
  readonly weights: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype: string;
    readonly quantization?: { readonly dtype?: string };
  }[];
}

const widths: Readonly<Record<string, number>> = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 };

/** How long the files of these groups must be together, in bytes. */
export const weightBytes = (manifest: WeightsManifest): number =>
  manifest
    .flatMap(({ weights }) => weights)
    .reduce(
      (sum, { shape, dtype, quantization }) =>
        sum + shape.reduce((product, extent) => product * extent, widths[quantization?.dtype ?? dtype] ?? 4),
      0,
    );
