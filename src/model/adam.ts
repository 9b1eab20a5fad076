import * as tf from '@tensorflow/tfjs';

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-7;

/**
 * Adam (Kingma and Ba 2015) with Keras' defaults, for the parameters of R independent runs in one tensor [R, P].
 * Elementwise, so no run touches another. Runs can have different numbers of steps in an epoch: a run that is not
 * `active` in a step keeps its parameters, its moments and its step count.
 */
export class Adam {
  #parameters: tf.Tensor2D;
  #first: tf.Tensor2D;
  #second: tf.Tensor2D;
  readonly #steps: Uint32Array;

  /** @param initial [R, P] row-major. */
  constructor(
    initial: Float32Array,
    runs: number,
    private readonly learningRate: number,
  ) {
    const shape: [number, number] = [runs, initial.length / runs];
    this.#parameters = tf.tensor2d(initial, shape);
    this.#first = tf.zeros<tf.Rank.R2>(shape);
    this.#second = tf.zeros<tf.Rank.R2>(shape);
    this.#steps = new Uint32Array(runs);
  }

  /** [R, P]; owned by the optimiser, valid until the next step. */
  get parameters(): tf.Tensor2D {
    return this.#parameters;
  }

  /** @param gradient [R, P]. @param active R flags: which runs take this step. */
  step(gradient: tf.Tensor2D, active: readonly boolean[]): void {
    const runs = this.#steps.length;
    const coefficients = new Float32Array(runs * 4);
    active.forEach((on, r) => {
      const t = (this.#steps[r] ?? 0) + (on ? 1 : 0);
      this.#steps[r] = t;
      const rootSecond = Math.sqrt(1 - beta2 ** Math.max(t, 1));
      coefficients[r] = on ? 1 - beta1 : 0;
      coefficients[runs + r] = on ? 1 - beta2 : 0;
      coefficients[2 * runs + r] = on ? (this.learningRate * rootSecond) / (1 - beta1 ** t) : 0;
      // Section 2 of the paper folds the bias corrections into the rate; epsilon has to follow them.
      coefficients[3 * runs + r] = epsilon * rootSecond;
    });
    const [parameters, first, second] = tf.tidy(() => {
      const column = (i: number) => tf.tensor2d(coefficients.subarray(i * runs, (i + 1) * runs), [runs, 1]);
      const first: tf.Tensor2D = this.#first.add(gradient.sub(this.#first).mul(column(0)));
      const second: tf.Tensor2D = this.#second.add(gradient.square().sub(this.#second).mul(column(1)));
      const move = first.div(second.sqrt().add(column(3))).mul(column(2));
      return [this.#parameters.sub<tf.Tensor2D>(move), first, second];
    });
    this.dispose();
    this.#parameters = parameters;
    this.#first = first;
    this.#second = second;
  }

  dispose(): void {
    tf.dispose([this.#parameters, this.#first, this.#second]);
  }
}
