import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { HeadShape } from '../core/headShape';

/** The head as variables, so that gradients flow through it into what comes before. */
export interface TunedHead {
  /** kernel [inputs, units] and bias [units] per layer, in the order of a run's parameters. */
  readonly variables: readonly tf.Variable[];
  /**
   * @param x [B, D] conditioned features, times their mask. @param hiddenMask [B, H] multipliers; null: dropout off.
   * @returns [B, C] logits.
   */
  readonly logits: (x: tf.Tensor2D, hiddenMask: tf.Tensor2D | null) => tf.Tensor2D;
  /** Sum of squared kernel entries, what L2 penalises. */
  readonly squaredKernels: () => tf.Scalar;
  readonly dispose: () => void;
}

export function tunedHead(shape: HeadShape): TunedHead {
  const layers = shape.layers.map(({ inputs, units }) => ({
    kernel: tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([inputs, units]))),
    bias: tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([units]))),
  }));
  const variables = layers.flatMap(({ kernel, bias }): tf.Variable[] => [kernel, bias]);
  return {
    variables,
    logits(x, hiddenMask) {
      const [first, second] = layers;
      if (!first) throw new RangeError(t`A head needs at least one layer.`);
      const z = tf.matMul(x, first.kernel).add<tf.Tensor2D>(first.bias);
      if (!second) return z;
      const active = tf.relu(z);
      return tf.matMul(hiddenMask ? active.mul<tf.Tensor2D>(hiddenMask) : active, second.kernel).add(second.bias);
    },
    squaredKernels: () => tf.addN(layers.map(({ kernel }) => kernel.square().sum<tf.Scalar>())),
    dispose: () => tf.dispose(variables),
  };
}
