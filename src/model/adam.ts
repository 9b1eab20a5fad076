import * as tf from '@tensorflow/tfjs';
import { adamCoefficients } from '../core/adamRule';
import type { OptimiserState } from '../core/checkpoint';

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

  constructor(
    state: OptimiserState,
    private readonly learningRate: number,
  ) {
    const runs = state.steps.length;
    const tensor = (values: Float32Array) => tf.tensor2d(values, [runs, values.length / runs]);
    this.#parameters = tensor(state.parameters);
    this.#first = tensor(state.firstMoments);
    this.#second = tensor(state.secondMoments);
    this.#steps = state.steps.slice();
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
      const { first, second, move, epsilon } = adamCoefficients(Math.max(t, 1), this.learningRate);
      coefficients[r] = on ? first : 0;
      coefficients[runs + r] = on ? second : 0;
      coefficients[2 * runs + r] = on ? move : 0;
      coefficients[3 * runs + r] = epsilon;
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

  /** A copy in plain arrays, read from the device at once. */
  async state(): Promise<OptimiserState> {
    const steps = this.#steps.slice();
    const all = tf.concat([this.#parameters, this.#first, this.#second], 0);
    try {
      const values = await all.data<'float32'>();
      const size = values.length / 3;
      const part = (i: number) => values.slice(i * size, (i + 1) * size);
      return { parameters: part(0), firstMoments: part(1), secondMoments: part(2), steps };
    } finally {
      all.dispose();
    }
  }

  dispose(): void {
    tf.dispose([this.#parameters, this.#first, this.#second]);
  }
}

/** Before the first step. @param parameters [R, P] row-major. */
export const freshState = (parameters: Float32Array, runs: number): OptimiserState => ({
  parameters,
  firstMoments: new Float32Array(parameters.length),
  secondMoments: new Float32Array(parameters.length),
  steps: new Uint32Array(runs),
});
