import { t } from '@lingui/core/macro';
import { epochAxis } from '../../core/axes';
import { runsOfArm } from '../../core/curves';
import { percent } from '../../core/figures';
import { tuningArms, type TuningResult } from '../../core/why/tuning';
import { accuraciesOf, accuracyEstimate } from '../../core/why/ways';
import { accuracyAxis, plainTick } from '../inside/estimateAxis';
import type { ChartLine, ChartPoint, EstimateChart } from '../inside/estimateChart';

const sides = ['without', 'with'] as const;

/** One side's curves: frozen to the end, and fine-tuned from the line on. */
export function tuningChart(
  { experiment, frozenEpochs, history, origin }: TuningResult,
  side: 0 | 1,
  axisOf: (values: readonly ReturnType<typeof accuracyEstimate>[]) => ReturnType<typeof accuracyAxis> = (values) =>
    accuracyAxis(values, t`validation accuracy`),
): EstimateChart {
  const { epochs } = experiment;
  const lines: readonly ChartLine[] = [
    { label: t`frozen`, colour: `var(--compare-${sides[side]}-training)`, dash: '9 5', mark: 'circle' },
    { label: t`fine-tuned`, colour: `var(--compare-${sides[side]}-validation)`, dash: undefined, mark: 'square' },
  ];
  const step = Math.ceil(epochs / 70);
  const points = history
    .filter(({ epoch }) => epoch === 1 || epoch % step === 0 || epoch >= frozenEpochs)
    .map((metrics): ChartPoint => {
      const at = (arm: number) => accuracyEstimate(accuraciesOf({ runs: runsOfArm(experiment, metrics, arm) }), origin);
      const { epoch } = metrics;
      return {
        x: epoch,
        values: [at(tuningArms.frozen[side]), epoch >= frozenEpochs ? at(tuningArms.tuned[side]) : null],
      };
    });
  const last = points.at(-1);
  const summaryWords = ({ x: epoch, values }: ChartPoint) => {
    const figures = values
      .flatMap((value, i) => (value ? [`${lines[i]?.label ?? ''} ${percent(value.mean)}`] : []))
      .join(', ');
    return side === 0
      ? t`Validation accuracy after ${epoch} of ${epochs} epochs, without dropout: ${figures}. Fine-tuning starts after epoch ${frozenEpochs}.`
      : t`Validation accuracy after ${epoch} of ${epochs} epochs, with dropout: ${figures}. Fine-tuning starts after epoch ${frozenEpochs}.`;
  };
  return {
    lines,
    points,
    xAxis: { ...epochAxis(epochs), label: t`epoch`, tick: plainTick },
    yAxis: axisOf(points.flatMap(({ values }) => values.flatMap((value) => value ?? []))),
    height: 330,
    format: percent,
    moment: { at: frozenEpochs, label: t`start fine-tuning` },
    summary: last ? summaryWords(last) : t`No epoch yet.`,
  };
}
