/** Adam (Kingma and Ba 2015) with Keras' defaults. */
const beta1 = 0.9;
const beta2 = 0.999;
const smallest = 1e-7;

/** What the step-th update multiplies with; the same for every parameter. */
export interface AdamCoefficients {
  /** How far the running mean of the gradient goes towards the new gradient. */
  readonly first: number;
  /** The same for the squared gradient. */
  readonly second: number;
  readonly move: number;
  readonly epsilon: number;
}

/**
 * Section 2 of the paper folds the bias corrections into the rate; epsilon has to follow them.
 * @param step 1-based.
 */
export function adamCoefficients(step: number, learningRate: number): AdamCoefficients {
  const rootSecond = Math.sqrt(1 - beta2 ** step);
  return {
    first: 1 - beta1,
    second: 1 - beta2,
    move: (learningRate * rootSecond) / (1 - beta1 ** step),
    epsilon: smallest * rootSecond,
  };
}
