import { t } from '@lingui/core/macro';
import { adamCoefficients } from '../adamRule';
import type { HeadShape } from '../headShape';
import { hiddenActivations, hiddenWidth, outputLogits, softmax, type Head } from './forward';
import { masked } from './monteCarlo';

/** Where one run stands between two steps. */
export interface RunState {
  /** [P] */
  readonly parameters: Float32Array;
  /** [P] running mean of the gradient. */
  readonly firstMoments: Float32Array;
  /** [P] running mean of the squared gradient. */
  readonly secondMoments: Float32Array;
  /** Steps taken. */
  readonly steps: number;
}

/** What one step of one run is fed. */
export interface StepBatch {
  /** [B, D] standardised features times the feature mask. */
  readonly x: Float32Array;
  /** [B, D] that mask: inverted-dropout multipliers. */
  readonly featureMask: Float32Array;
  /** [B, H] inverted-dropout multipliers; empty where there is no hidden layer. */
  readonly hiddenMask: Float32Array;
  /** [B] given labels. */
  readonly labels: Int32Array;
}

export interface StepResult {
  readonly state: RunState;
  /** Mean cross-entropy over the batch, masks on, before the update; without the L2 penalty. */
  readonly loss: number;
  /** [B, C] what the masked network answered. */
  readonly probabilities: Float32Array;
  /** [B, H] activations after the mask. */
  readonly hidden: Float32Array;
  /** [P] */
  readonly gradient: Float32Array;
}

/**
 * One step of one run in plain arrays: forward with the masks, cross-entropy, backpropagation (Goodfellow et al. 2016,
 * algorithm 6.4), Adam. The stacked tensor program computes the same for all runs at once; this one can be looked into.
 */
export function takeStep(
  shape: HeadShape,
  state: RunState,
  { x, hiddenMask, labels }: StepBatch,
  { lr, l2 }: { readonly lr: number; readonly l2: number },
): StepResult {
  const head: Head = { shape, parameters: state.parameters };
  const rows = labels.length;
  const [first] = shape.layers;
  const output = shape.layers.at(-1);
  if (!first || !output) throw new RangeError(t`A head needs at least one layer.`);
  const classes = output.units;
  const active = hiddenActivations(head, x);
  const hidden = shape.layers.length > 1 ? masked(active, hiddenMask) : active;
  const probabilities = softmax(outputLogits(head, hidden), classes);
  let loss = 0;
  const delta = probabilities.slice();
  labels.forEach((label, row) => {
    const at = row * classes + label;
    loss -= Math.log(Math.max(probabilities[at] ?? 0, 1e-12)) / rows;
    delta[at] = (delta[at] ?? 0) - 1;
  });
  for (let i = 0; i < delta.length; i++) delta[i] = (delta[i] ?? 0) / rows;

  const gradient = new Float32Array(shape.size);
  accumulate(gradient, output, hidden, delta);
  if (shape.layers.length > 1) {
    const width = hiddenWidth(shape);
    const back = new Float32Array(rows * width);
    for (let row = 0; row < rows; row++)
      for (let u = 0; u < width; u++) {
        const at = row * width + u;
        if ((active[at] ?? 0) <= 0 || (hiddenMask[at] ?? 0) === 0) continue;
        let sum = 0;
        for (let c = 0; c < classes; c++)
          sum += (delta[row * classes + c] ?? 0) * (state.parameters[output.kernelAt + u * classes + c] ?? 0);
        back[at] = sum * (hiddenMask[at] ?? 0);
      }
    accumulate(gradient, first, x, back);
  }
  if (l2 > 0)
    for (const { kernelAt, biasAt } of shape.layers)
      for (let i = kernelAt; i < biasAt; i++) gradient[i] = (gradient[i] ?? 0) + 2 * l2 * (state.parameters[i] ?? 0);
  return { state: adamStep(state, gradient, lr), loss, probabilities, hidden, gradient };
}

/** Kernel += input' delta, bias += sum of delta. @param input [B, inputs] @param delta [B, units] */
function accumulate(
  gradient: Float32Array,
  { inputs, units, kernelAt, biasAt }: HeadShape['layers'][number],
  input: Float32Array,
  delta: Float32Array,
): void {
  const rows = delta.length / units;
  for (let row = 0; row < rows; row++) {
    for (let u = 0; u < units; u++) gradient[biasAt + u] = (gradient[biasAt + u] ?? 0) + (delta[row * units + u] ?? 0);
    for (let i = 0; i < inputs; i++) {
      const value = input[row * inputs + i] ?? 0;
      if (value === 0) continue;
      const at = kernelAt + i * units;
      for (let u = 0; u < units; u++)
        gradient[at + u] = (gradient[at + u] ?? 0) + value * (delta[row * units + u] ?? 0);
    }
  }
}

function adamStep(state: RunState, gradient: Float32Array, lr: number): RunState {
  const steps = state.steps + 1;
  const { first: keepFirst, second: keepSecond, move, epsilon } = adamCoefficients(steps, lr);
  const firstMoments = state.firstMoments.slice();
  const secondMoments = state.secondMoments.slice();
  const parameters = state.parameters.slice();
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i] ?? 0;
    const m = (firstMoments[i] ?? 0) + (g - (firstMoments[i] ?? 0)) * keepFirst;
    const v = (secondMoments[i] ?? 0) + (g * g - (secondMoments[i] ?? 0)) * keepSecond;
    firstMoments[i] = m;
    secondMoments[i] = v;
    parameters[i] = (parameters[i] ?? 0) - (m / (Math.sqrt(v) + epsilon)) * move;
  }
  return { parameters, firstMoments, secondMoments, steps };
}
