import type * as tf from '@tensorflow/tfjs';
import type { Op } from './graph';
import type { Trainable } from './trainable';

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
  /** All stored numbers as they are now, by name, sizes and axes among them; owned by the network. */
  readonly weights: () => ReadonlyMap<string, tf.Tensor>;
  /**
   * Names of the weights after `from` up to `to` that a training may change: learned ones that nothing outside that
   * stretch takes. What batch normalisation counted stays as it is.
   */
  readonly learnedBetween: (from: string, to: string) => readonly string[];
  /**
   * The stretch after `from` up to `to`, with those weights as variables. One at a time.
   * @throws Error with a sentence where nothing in between can be trained.
   */
  readonly trainable: (from: string, to: string) => Trainable;
  readonly dispose: () => void;
}
