import type { HeadShape } from '../headShape';
import { shuffle, stream } from '../rng';
import type { DrawnWeights, SampledUnits } from './inside';

const most = { features: 9, hidden: 14, outputs: 8 };

/** Units to draw: a random choice that the seed fixes, the same for both arms and every epoch; in ascending order. */
export function sampleUnits({ layers }: HeadShape, seed: number): SampledUnits {
  const rng = stream(seed, 'sample');
  const some = (count: number, limit: number) =>
    shuffle(
      Array.from({ length: count }, (_, i) => i),
      rng,
    )
      .slice(0, limit)
      .toSorted((a, b) => a - b);
  const [first, last] = [layers[0], layers.at(-1)];
  return {
    features: some(first?.inputs ?? 0, most.features),
    hidden: layers.length > 1 ? some(first?.units ?? 0, most.hidden) : [],
    outputs: Array.from({ length: Math.min(last?.units ?? 0, most.outputs) }, (_, c) => c),
  };
}

/** The weights between drawn units, as they are. */
export function drawnWeights({ layers }: HeadShape, parameters: Float32Array, sample: SampledUnits): DrawnWeights {
  const { features, hidden, outputs } = sample;
  const [first, last] = [layers[0], layers.at(-1)];
  const between = (layer: HeadShape['layers'][number] | undefined, from: readonly number[], to: readonly number[]) =>
    Float32Array.from(
      from.flatMap((i) => to.map((u) => (layer ? (parameters[layer.kernelAt + i * layer.units + u] ?? 0) : 0))),
    );
  if (layers.length < 2) return { first: new Float32Array(), last: between(last, features, outputs) };
  return { first: between(first, features, hidden), last: between(last, hidden, outputs) };
}
