import { t } from '@lingui/core/macro';
import { epochAxis } from '../../core/axes';
import { percent } from '../../core/figures';
import { accuraciesOf, accuracyEstimate, wayIds, type WaysResult } from '../../core/why/ways';
import { accuracyAxis, plainTick } from '../inside/estimateAxis';
import type { ChartPoint, EstimateChart } from '../inside/estimateChart';
import { guessingWords, wayLines, wayNames } from './wayNames';

/** Validation accuracy by epoch, a line for each way that has begun. */
export function waysChart({ origin, lines }: WaysResult): EstimateChart {
  const { epochs } = origin.settings;
  const shown = wayIds.flatMap((id) => lines.find(({ way, history }) => way === id && history.length > 0) ?? []);
  const step = Math.ceil(epochs / 60);
  const drawn = Array.from({ length: epochs }, (_, i) => i + 1).filter(
    (epoch) => epoch === 1 || epoch % step === 0 || epoch === epochs,
  );
  const points = drawn.flatMap((epoch): readonly ChartPoint[] => {
    const values = shown.map(({ history }) => {
      const metrics = history[epoch - 1];
      return metrics ? accuracyEstimate(accuraciesOf(metrics), origin) : null;
    });
    return values.some((value) => value !== null) ? [{ x: epoch, values }] : [];
  });
  const all = points.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const chance = 1 / origin.classes;
  return {
    lines: shown.map(({ way }) => wayLines[way]),
    points,
    xAxis: { ...epochAxis(epochs), label: t`epoch`, tick: plainTick },
    yAxis: accuracyAxis([...all, { kind: 'single', mean: chance, n: 1 }], t`validation accuracy`),
    height: 380,
    format: percent,
    reference: { at: chance, label: guessingWords(percent(chance)), short: t`guessing`, isLow: true },
    summary: summaryWords(
      shown
        .flatMap(({ way, history }) => {
          const last = history.at(-1);
          if (!last) return [];
          const { mean } = accuracyEstimate(accuraciesOf(last), origin);
          return [wayWords(wayNames[way].name, percent(mean), last.epoch, epochs)];
        })
        .join('; '),
    ),
  };
}

const summaryWords = (ways: string) => t`Validation accuracy by epoch. ${ways}.`;
const wayWords = (way: string, mean: string, epoch: number, epochs: number) =>
  t`${way}: ${mean} after ${epoch} of ${epochs} epochs`;
