import { t } from '@lingui/core/macro';
import { memo, useMemo } from 'react';
import { epochAxis } from '../../core/axes';
import { grouped } from '../../core/figures';
import type { SimilarityCourse, SimilarityPoint } from '../../core/inside/inside';
import type { Estimate } from '../../core/statistics';
import { plainTick, zeroAxis } from './estimateAxis';
import { intervalCell } from './estimateWords';
import { type EstimateChart, sideLines } from './estimateChart';
import { MeasureChart } from './MeasureChart';
import { NumbersTable } from './NumbersTable';
import { likeness, seedsWords } from './similarityWords';

/** How likeness and the size of the weights went over the epochs. */
export const SimilarityCharts = memo(function SimilarityCharts({ course }: { readonly course: SimilarityCourse }) {
  const alike = useMemo(() => chartOf(course.points, 'mean', likeness), [course]);
  const norm = useMemo(() => chartOf(course.points, 'norm', size), [course]);
  return (
    <div className="measure-block">
      <div className="measure-pair" data-charts>
        <MeasureChart title={t`Mean |similarity| of two neurons`} chart={alike} />
        <MeasureChart title={t`Squared norm of the incoming weights`} chart={norm} />
      </div>
      <NumbersTable
        summary={t`The charts as a table`}
        caption={captionWords(seedsWords(course), course.seeds > 1)}
        columns={[
          t`epoch`,
          t`similarity without`,
          t`interval`,
          t`similarity with`,
          t`interval of with`,
          t`squared norm without`,
          t`squared norm with`,
        ]}
        rows={course.points.map(({ epoch, mean, norm }) => [
          String(epoch),
          ...cells(mean[0], likeness),
          ...cells(mean[1], likeness),
          cells(norm[0], size)[0],
          cells(norm[1], size)[0],
        ])}
      />
    </div>
  );
});

const cells = (e: Estimate | undefined, write: (value: number) => string): readonly [string, string] =>
  e ? [write(e.mean), intervalCell(e, write)] : ['–', '–'];

const size = (value: number): string => (Number.isFinite(value) ? grouped(Number(value.toPrecision(3))) : '–');

const captionWords = (seeds: string, isMean: boolean) =>
  isMean ? t`After each epoch, mean over ${seeds} and 95 % interval` : t`After each epoch, ${seeds}`;

const bothWords = (without: string, withDropout: string) => t`${without} without dropout and ${withDropout} with`;

function chartOf(
  points: readonly SimilarityPoint[],
  what: 'mean' | 'norm',
  format: (value: number) => string,
): EstimateChart {
  const named = { mean: t`mean |similarity|`, norm: t`squared norm` }[what];
  const last = points.at(-1);
  const epochs = epochAxis(Math.max(1, last?.epoch ?? 1));
  const words = (point: SimilarityPoint | undefined) =>
    point ? bothWords(format(point[what][0]?.mean ?? NaN), format(point[what][1]?.mean ?? NaN)) : '';
  const [from, to] = [words(points[0]), words(last)];
  return {
    lines: sideLines,
    points: points.map((point) => ({ x: point.epoch, values: point[what] })),
    xAxis: { ...epochs, label: t`epoch`, tick: plainTick },
    yAxis: zeroAxis(
      points.flatMap((point) => point[what]),
      named,
    ),
    height: 240,
    format,
    summary: t`The ${named} over the epochs: from ${from}, to ${to}.`,
  };
}
