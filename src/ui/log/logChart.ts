import { t } from '@lingui/core/macro';
import { epochAxis } from '../../core/axes';
import { percent } from '../../core/figures';
import { entryTitle } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import type { Estimate } from '../../core/statistics';
import { accuracyAxis, plainTick } from '../inside/estimateAxis';
import type { ChartLine, EstimateChart } from '../inside/estimateChart';

/** Of a long training not every epoch is drawn. */
const mostPoints = 100;

/** Both sides of two experiments, on one axis. */
export function logCharts(first: LogEntry, second: LogEntry): readonly EstimateChart[] {
  const charts = ([0, 1] as const).map((arm) => logChart(first, second, arm));
  const all = charts.flatMap(({ points }) => points.flatMap(({ values }) => values.flatMap((value) => value ?? [])));
  const yAxis = accuracyAxis(all, t`accuracy`);
  return charts.map((chart) => ({ ...chart, yAxis }));
}

/** Four curves of one side: training and validation of two experiments, the first in the side's colour. */
function logChart(first: LogEntry, second: LogEntry, arm: 0 | 1): Omit<EstimateChart, 'yAxis'> {
  const side = arm === 0 ? 'without' : 'with';
  const pair = [first, second] as const;
  const lines = pair.flatMap((entry, which): readonly ChartLine[] => {
    const { number } = entry;
    const colour = (curve: 'training' | 'validation') =>
      which === 0 ? `var(--compare-${side}-${curve})` : 'var(--compare-text)';
    return [
      {
        label: t`${number}: training`,
        colour: colour('training'),
        dash: '9 5',
        mark: which === 0 ? 'circle' : 'triangle',
      },
      {
        label: t`${number}: validation`,
        colour: colour('validation'),
        dash: undefined,
        mark: which === 0 ? 'square' : 'diamond',
      },
    ];
  });
  const curves = pair.flatMap(({ curves: all }) => {
    const own = all[arm];
    return own ? [own.training, own.validation] : [[], []];
  });
  const last = Math.max(...curves.map((curve) => curve.length));
  const ends = new Set(curves.map((curve) => curve.length));
  const step = Math.ceil(last / mostPoints);
  const points = Array.from({ length: last }, (_, i) => i + 1)
    .filter((epoch) => epoch === 1 || epoch % step === 0 || ends.has(epoch))
    .map((epoch) => ({ x: epoch, values: curves.map((curve) => valueAt(curve, epoch)) }));
  const epochs = Math.max(first.settings.epochs, second.settings.epochs);
  return {
    lines,
    points,
    xAxis: { ...epochAxis(epochs), label: t`epoch`, tick: plainTick },
    height: 320,
    format: percent,
    summary: pair.map((entry) => said(entry, arm)).join(' '),
  };
}

const valueAt = (curve: readonly number[], epoch: number): Estimate | null => {
  const value = curve[epoch - 1];
  // Means alone are kept in the log, so that there is no band.
  return value === undefined || !Number.isFinite(value) ? null : { kind: 'single', mean: value, n: 1 };
};

function said(entry: LogEntry, arm: 0 | 1): string {
  const own = entry.curves[arm];
  const [title, epoch] = [entryTitle(entry), entry.epochsDone];
  if (!own || epoch === 0) return t`${title}: no epoch yet.`;
  const [training, validation] = [percent(own.training.at(-1) ?? 0), percent(own.validation.at(-1) ?? 0)];
  return t`${title} after epoch ${epoch}: training accuracy ${training}, validation accuracy ${validation}.`;
}
