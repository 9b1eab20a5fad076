import { useState } from 'react';
import type { DrawnWeights, StepView } from '../../core/inside/inside';

/**
 * The weights that a step starts from: those that the step before it ended with. Null for the first step that is looked
 * at, which starts from the epoch's own weights. A step brings only the weights after it, and without these the drawing
 * would fall back to the epoch's at every step.
 */
export function useWeightsBefore(step: StepView | null): readonly DrawnWeights[] | null {
  const [seen, setSeen] = useState<{ readonly step: StepView | null; readonly before: readonly DrawnWeights[] | null }>(
    {
      step,
      before: null,
    },
  );
  if (seen.step === step) return seen.before;
  const before = follows(seen.step, step) ? (seen.step?.arms.map(({ after }) => after) ?? null) : null;
  setSeen({ step, before });
  return before;
}

function follows(last: StepView | null, next: StepView | null): boolean {
  if (!last || !next) return false;
  if (last.epoch === next.epoch) return last.step + 1 === next.step;
  return last.epoch + 1 === next.epoch && last.step === last.steps && next.step === 1;
}
