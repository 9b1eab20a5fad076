import type { HeadShape } from '../headShape';
import type { ReplayedStep } from './epochReplay';
import { classCount, hiddenActivations, outputLogits, softmax, type Head } from './forward';
import type { ArmStep, SampledUnits, StepView } from './inside';
import { droppedCount, masksUsed } from './masksUsed';
import { masked } from './monteCarlo';
import { drawnWeights } from './sample';
import type { StepBatch } from './step';

/**
 * What is shown of a step.
 *
 * @param trueLabels by dataset row. @param at epoch (1-based) that the step belongs to, and whether the training took it.
 */
export function stepView(
  shape: HeadShape,
  sample: SampledUnits,
  trueLabels: Int32Array,
  at: Pick<StepView, 'epoch' | 'isTaken'>,
  { step, steps, rows, labels, arms }: ReplayedStep,
): StepView {
  const classes = classCount(shape);
  return {
    ...at,
    step,
    steps,
    rows: [...rows],
    labels: [...labels],
    trueLabels: Array.from(rows, (row) => trueLabels[row] ?? 0),
    arms: arms.map(({ fed, before, state, loss, probabilities }): ArmStep => {
      const masks = masksUsed(fed);
      const after: Head = { shape, parameters: state.parameters };
      return {
        droppedFeatures: masks.map((m) => sample.features.map((d) => m.features[d] === 0)),
        droppedHidden: masks.map((m) => sample.hidden.map((u) => m.hidden[u] === 0)),
        counts: masks.map((m) => ({ features: droppedCount(m.features), hidden: droppedCount(m.hidden) })),
        losses: Array.from(labels, (label, b) => -Math.log(Math.max(probabilities[b * classes + label] ?? 0, 1e-12))),
        probabilities: Array.from(labels, (_, b) => [...probabilities.subarray(b * classes, (b + 1) * classes)]),
        loss,
        lossAfter: maskedLoss(after, fed),
        change: rootMeanSquare(state.parameters, before.parameters),
        before: drawnWeights(shape, before.parameters, sample),
        after: drawnWeights(shape, state.parameters, sample),
      };
    }),
  };
}

/** Mean cross-entropy of a batch under its masks. */
function maskedLoss(head: Head, { x, hiddenMask, labels }: StepBatch): number {
  const classes = classCount(head.shape);
  const active = hiddenActivations(head, x);
  const hidden = head.shape.layers.length > 1 ? masked(active, hiddenMask) : active;
  const probabilities = softmax(outputLogits(head, hidden), classes);
  return (
    labels.reduce((sum, label, b) => sum - Math.log(Math.max(probabilities[b * classes + label] ?? 0, 1e-12)), 0) /
    labels.length
  );
}

function rootMeanSquare(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum / a.length);
}
