import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { Block, Pooling } from '../core/base';
import type { Conditioning } from '../core/conditioning';
import type { Dataset, Experiment } from '../core/experiment';
import { headShape } from '../core/headShape';
import type { Batch } from '../core/batches';
import type { OptimiserState } from '../core/checkpoint';
import { freshState, type Adam } from './adam';
import { pooled } from './base';
import { mapsOf } from './tail';
import type { Trainable } from './trainable';
import { tunedHead, type TunedHead } from './tunedHead';

/** What the program of an unfrozen tail is made of. */
export interface TailParts {
  /** Stays its maker's. */
  readonly tail: Trainable;
  /** The block whose maps the dataset holds, [N + K, side * side * channels]. */
  readonly from: Block;
  readonly pooling: Pooling;
  readonly dataset: Dataset;
  /** Of the pooled features, as it was when they were frozen. */
  readonly conditioning: Conditioning;
  readonly experiment: Experiment;
  /** D, the pooled features. */
  readonly dimension: number;
}

/** One run in plain arrays: a state of its own for each of the program's variables, in their order. */
export type RunState = readonly OptimiserState[];

/** The unfrozen tail with a head as one program, for one run at a time. */
export class TailProgram {
  readonly #head: TunedHead;
  /** The tail's, then the head's in the order of a head's parameters. */
  readonly #variables: readonly tf.Variable[];
  readonly #classes: number;

  constructor(private readonly parts: TailParts) {
    const { tail, dimension, dataset, experiment } = parts;
    this.#classes = dataset.classNames.length;
    this.#head = tunedHead(headShape(dimension, experiment.hidden, this.#classes));
    this.#variables = [...tail.variables, ...this.#head.variables];
  }

  /**
   * Where a run starts, as long as the tail's variables are as they were pretrained.
   * @param head [P] parameters of the head.
   */
  async startWith(head: Float32Array): Promise<RunState> {
    const { variables } = this.parts.tail;
    const pretrained = await Promise.all(variables.map((variable) => variable.data<'float32'>()));
    let end = 0;
    const own = this.#head.variables.map(({ size }) => {
      end += size;
      return head.slice(end - size, end);
    });
    return [...pretrained, ...own].map((values) => freshState(values.slice(), 1));
  }

  /** Computes with this run's parameters from now on. */
  putState(state: RunState): void {
    tf.tidy(() => this.#put(state.map(({ parameters }) => tf.tensor2d(parameters, [1, parameters.length]))));
  }

  /**
   * One update of one run.
   *
   * @param adams one for each variable. @param batch of one trial alone, with the features' masks.
   * @param arm whose masks to take.
   * @returns its logits [B, C] with dropout on; owned by the caller.
   */
  step(adams: readonly Adam[], batch: Batch, trial: number, arm: number): tf.Tensor2D {
    this.#put(adams.map(({ parameters }) => parameters));
    const { gradients, logits } = this.gradients(batch, trial, arm);
    for (const [i, gradient] of gradients.entries()) adams[i]?.step(gradient, [true]);
    tf.dispose(gradients);
    return logits;
  }

  /**
   * Gradients, each [1, size of its variable], of cross-entropy on the given labels + l2 * (sum of squared kernel entries
   * of the head) where the program stands, by TensorFlow.js' own differentiation; with the logits [B, C] of the forward
   * pass, dropout on. All are the caller's.
   */
  gradients(
    batch: Batch,
    trial: number,
    arm: number,
  ): { readonly gradients: tf.Tensor2D[]; readonly logits: tf.Tensor2D } {
    return tf.tidy(() => {
      const rows = batch.rows[0] ?? new Int32Array();
      const size = batch.weights.length / this.parts.experiment.arms.length;
      /** This arm's rows in use of an array [arms, B, width]. */
      const own = (values: Float32Array, width: number) =>
        tf.tensor2d(values.slice(arm * size * width, (arm * size + rows.length) * width), [rows.length, width]);
      const { hidden, l2 } = this.parts.experiment;
      const x = mapsOf(this.parts.dataset, rows, this.parts.from);
      const featureMask = own(batch.featureMask, this.parts.dimension);
      const hiddenMask = hidden > 0 ? own(batch.hiddenMask, hidden) : null;
      const targets = own(batch.targets, this.#classes);
      const kept: tf.Tensor2D[] = [];
      const loss = () => {
        const logits = tf.keep(this.#head.logits(this.#features(x, trial).mul(featureMask), hiddenMask));
        kept.push(logits);
        const likelihood = tf.logSoftmax(logits).mul(targets).sum();
        const loss = likelihood.div<tf.Scalar>(-rows.length);
        return l2 > 0 ? loss.add<tf.Scalar>(this.#head.squaredKernels().mul(l2)) : loss;
      };
      try {
        const { grads } = tf.variableGrads(loss, [...this.#variables]);
        const [logits] = kept;
        if (!logits) throw new Error(t`The loss was not computed.`);
        const gradients = this.#variables.map(
          ({ name, size }) => grads[name]?.reshape<tf.Tensor2D>([1, size]) ?? tf.zeros<tf.Rank.R2>([1, size]),
        );
        return { gradients, logits };
      } catch (error) {
        tf.dispose(kept);
        throw error;
      }
    });
  }

  /**
   * @param rows of the dataset, B or fewer.
   * @returns [rows, C] logits where the program stands, dropout off; owned by the caller.
   */
  logits(rows: Int32Array, trial: number): tf.Tensor2D {
    return tf.tidy(() => {
      const x = mapsOf(this.parts.dataset, rows, this.parts.from);
      return this.#head.logits(this.#features(x, trial), null);
    });
  }

  dispose(): void {
    this.#head.dispose();
  }

  /** @param parameters [1, size] of each variable. */
  #put(parameters: readonly tf.Tensor2D[]): void {
    tf.tidy(() => {
      for (const [i, variable] of this.#variables.entries()) {
        const own = parameters[i];
        if (!own) throw new RangeError(t`This run belongs to another program.`);
        // WASM's fused convolutions look at the shape that a bias was computed in, which a reshaped tensor keeps.
        const { shape, rank, size } = variable;
        variable.assign(rank === 1 ? own.flatten().slice([0], [size]) : own.reshape(shape));
      }
    });
  }

  /** Maps -> conditioned features [B, D], by the statistics of the frozen features. */
  #features(x: tf.Tensor4D, trial: number): tf.Tensor2D {
    const { tail, pooling, conditioning } = this.parts;
    const own = conditioning.trials[trial];
    if (!own) throw new RangeError(t`One standardiser per trial is needed.`);
    return [conditioning.common, own].reduce<tf.Tensor2D>(
      (features, { shift, scale }) => features.sub<tf.Tensor2D>(tf.tensor1d(shift)).mul(tf.tensor1d(scale)),
      pooled(tail.run(x), pooling),
    );
  }
}
