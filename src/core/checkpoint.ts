/** State of the optimiser for R runs of P parameters each. */
export interface OptimiserState {
  /** [R, P] */
  readonly parameters: Float32Array;
  /** [R, P] running mean of the gradient. */
  readonly firstMoments: Float32Array;
  /** [R, P] running mean of the squared gradient. */
  readonly secondMoments: Float32Array;
  /** [R] steps taken. */
  readonly steps: Uint32Array;
}

/**
 * All that it takes to go on with a training in another program, taken after an epoch; plain data that can cross to a
 * worker. What was drawn up to then is not in it: the seeds draw it again.
 */
export interface Checkpoint extends OptimiserState {
  /** Epochs done. */
  readonly epoch: number;
}
