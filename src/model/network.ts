import type * as tf from '@tensorflow/tfjs';
import type { Op } from './graph';

/** A loaded network of whatever format, as operations that can be run from any one of them to any others. */
export interface Network {
  /** In topological order, the input first. */
  readonly ops: readonly Op[];
  readonly input: string;
  /** Width and height that the file fixes, in pixels; null where it takes any size. */
  readonly inputSize: number | null;
  readonly outputs: readonly string[];
  /**
   * Outputs of `to`, given x as the output of `from`; the caller owns them. `from` must be a bottleneck before them.
   * Call it outside or inside a tidy.
   */
  readonly run: (from: string, x: tf.Tensor, to: readonly string[]) => readonly tf.Tensor[];
  /**
   * Puts random numbers in the place of everything that was learned, as if it had never been trained; see `randomWeights`.
   * @param seed the same one gives the same network.
   */
  readonly randomise: (seed: number) => void;
  readonly dispose: () => void;
}
