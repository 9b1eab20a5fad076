import { describe, expect, it } from 'vitest';
import { adamCoefficients } from './adamRule';

/** Applied as the training applies them. */
function walk(gradients: readonly number[], learningRate: number) {
  let [first, second, at] = [0, 0, 0];
  return gradients.map((g, i) => {
    const by = adamCoefficients(i + 1, learningRate);
    first += (g - first) * by.first;
    second += (g * g - second) * by.second;
    at -= (first / (Math.sqrt(second) + by.epsilon)) * by.move;
    return at;
  });
}

describe('Adam', () => {
  it('goes the way of the textbook for two steps, by hand', () => {
    const [one, two] = walk([2, -1], 0.1);
    // Step 1: both means corrected are the gradient itself, so that it goes by the rate.
    expect(one).toBeCloseTo((-0.1 * 2) / (2 + 1e-7), 12);
    // Step 2: m = 0.9 * 0.2 + 0.1 * -1 = 0.08, v = 0.999 * 0.004 + 0.001 * 1 = 0.004996.
    const m = 0.08 / (1 - 0.9 ** 2);
    const v = 0.004996 / (1 - 0.999 ** 2);
    expect(two).toBeCloseTo((one ?? 0) - (0.1 * m) / (Math.sqrt(v) + 1e-7), 12);
    expect(two).toBeCloseTo(-0.1266337, 6);
  });

  it('adds epsilon to the corrected root, as the textbook does, not to the uncorrected one', () => {
    // A gradient as large as epsilon halves the first step: g / (g + epsilon).
    expect(walk([1e-7], 0.1)[0]).toBeCloseTo(-0.05, 12);
  });

  it('comes to go by the rate under a gradient that stays', () => {
    const path = walk(
      Array.from({ length: 5000 }, () => 3),
      0.01,
    );
    expect(path.at(-1)).toBeCloseTo(-50, 3);
  });
});
