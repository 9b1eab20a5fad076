import type * as tf from '@tensorflow/tfjs';

/** The part of a loaded network between two operations, with weights that a training may change. */
export interface Trainable {
  /** In a fixed order. Created from the pretrained values; owned by this. */
  readonly variables: readonly tf.Variable[];
  /** x [B, side, side, channels], the output of the first operation -> the output of the last, differentiable. */
  readonly run: (x: tf.Tensor4D) => tf.Tensor4D;
  /** Puts the network back as it was, and lets go of the variables. */
  readonly dispose: () => void;
}
