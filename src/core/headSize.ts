/**
 * Parameters of one head: weights and biases of its dense layers.
 *
 * @param features D. @param hidden H, 0 leaves the hidden layer out. @param classes C.
 */
export const headSize = (features: number, hidden: number, classes: number): number =>
  hidden > 0 ? (features + 1) * hidden + (hidden + 1) * classes : (features + 1) * classes;
