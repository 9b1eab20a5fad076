import { stream } from './rng';

/** One dense layer's place in a run's parameter vector. */
interface DenseShape {
  readonly inputs: number;
  readonly units: number;
  readonly kernelAt: number;
  readonly biasAt: number;
}

/**
 * The head: dense + ReLU over D features (left out when H is 0), then dense + softmax over C classes.
 * All parameters of all R runs are one tensor [R, P], so that the optimiser is one elementwise pass.
 */
export interface HeadShape {
  readonly layers: readonly DenseShape[];
  /** P */
  readonly size: number;
}

/** @param dimension D, at least 1. @param hidden H, 0 leaves the hidden layer out. @param classes C, at least 2. */
export function headShape(dimension: number, hidden: number, classes: number): HeadShape {
  const widths = hidden > 0 ? [dimension, hidden, classes] : [dimension, classes];
  let size = 0;
  const layers = widths.slice(1).map((units, i) => {
    const inputs = widths[i] ?? 0;
    const kernelAt = size;
    const biasAt = kernelAt + inputs * units;
    size = biasAt + units;
    return { inputs, units, kernelAt, biasAt };
  });
  return { layers, size };
}

/**
 * [P] initial parameters of a seed: He normal for the ReLU layer (He et al. 2015), Glorot uniform for the softmax layer
 * (Glorot and Bengio 2010), biases 0. Every arm of the seed starts from these very numbers.
 */
export function initialParameters(shape: HeadShape, seed: number): Float32Array {
  const rng = stream(seed, 'init');
  const parameters = new Float32Array(shape.size);
  shape.layers.forEach(({ inputs, units, kernelAt, biasAt }, i) => {
    const isOutput = i === shape.layers.length - 1;
    const limit = Math.sqrt(6 / (inputs + units));
    const deviation = Math.sqrt(2 / inputs);
    for (let at = kernelAt; at < biasAt; at++)
      parameters[at] = isOutput ? (2 * rng.uniform() - 1) * limit : rng.normal() * deviation;
  });
  return parameters;
}

/** [P] 1 where L2 acts (kernels), 0 elsewhere (biases). */
export function kernelMask(shape: HeadShape): Float32Array {
  const mask = new Float32Array(shape.size);
  for (const { kernelAt, biasAt } of shape.layers) mask.fill(1, kernelAt, biasAt);
  return mask;
}
