import { max, min, nice } from 'd3-array';
import type { LogCurves } from './logEntry';

/** One axis for both arms: accuracy keeps at least its upper half, losses begin at zero. */
export function curveRange(curves: readonly LogCurves[], measure: 'accuracy' | 'loss'): readonly [number, number] {
  const values = curves
    .flatMap((own) =>
      measure === 'accuracy' ? [own.training, own.validation] : [own.trainingLoss, own.validationLoss],
    )
    .flat()
    .filter((value) => Number.isFinite(value));
  if (measure === 'accuracy') return [Math.max(0, Math.min(0.5, Math.floor((min(values) ?? 0.5) * 10 + 1e-9) / 10)), 1];
  return nice(0, Math.max(max(values) ?? 1, 0.1), 4);
}
