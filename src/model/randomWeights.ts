import { stream, type Rng } from '../core/rng';

/** What a weight does, as far as drawing it anew needs to know. */
export type WeightRole =
  /** Numbers that are multiplied and summed; `fanIn` of them into each output. */
  | { readonly kind: 'kernel'; readonly fanIn: number }
  /** Added to an output, or a running mean: starts at 0. */
  | { readonly kind: 'offset' }
  /** Multiplies an output, or a running variance: starts at 1. */
  | { readonly kind: 'scale' };

/** One weight of a network: its place there, by name, and its numbers. */
export interface DrawnWeight {
  readonly name: string;
  readonly size: number;
  readonly role: WeightRole;
}

/**
 * The weights of a network that was never trained: He normal for kernels (He et al. 2015, "Delving deep into
 * rectifiers": variance 2 / fan-in, which keeps the size of the activations through ReLU layers), 0 for what is added, 1
 * for what scales.
 *
 * @param shapes in a fixed order, so that a seed gives the same network.
 * @returns values by name, row-major.
 */
export function randomWeights(weights: readonly DrawnWeight[], seed: number): ReadonlyMap<string, Float32Array> {
  const rng = stream(seed, 'init');
  return new Map(weights.map(({ name, size, role }) => [name, drawn(size, role, rng)]));
}

function drawn(size: number, role: WeightRole, rng: Rng): Float32Array {
  switch (role.kind) {
    case 'kernel': {
      const deviation = Math.sqrt(2 / role.fanIn);
      return Float32Array.from({ length: size }, () => rng.normal() * deviation);
    }
    case 'offset':
      return new Float32Array(size);
    case 'scale':
      return new Float32Array(size).fill(1);
    default:
      return role satisfies never;
  }
}

/**
 * Inputs of a convolution's or dense layer's kernel that are summed into one output.
 * @param shape [kh, kw, in, out], for depthwise ones [kh, kw, in, multiplier], or [in, out].
 */
export function fanIn(shape: readonly number[], isDepthwise: boolean): number {
  const summed = isDepthwise ? shape.slice(0, 2) : shape.slice(0, -1);
  return summed.reduce((product, extent) => product * extent, 1);
}
