import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { percent } from '../../core/figures';
import { pointOf, type SizesResult } from '../../core/why/sizes';
import { resultOf } from '../../core/why/study';
import { accuracyEstimate, wayIds, type WayId } from '../../core/why/ways';
import { accuracyAxis } from '../inside/estimateAxis';
import type { EstimateChart } from '../inside/estimateChart';
import { intervalCell } from '../inside/estimateWords';
import { MeasureChart } from '../inside/MeasureChart';
import { Verdict } from '../inside/MeasureCard';
import { NumbersTable } from '../inside/NumbersTable';
import { StudyCard, type StudyProps } from './StudyCard';
import { Word } from '../words/Word';
import { sizesWords } from './sizesWords';
import { guessingWords, wayLines, wayNames } from './wayNames';

/** Accuracy against the number of pictures per class. */
export const SizesPanel = memo(function SizesPanel(props: StudyProps<SizesResult>) {
  const result = resultOf(props.study);
  return (
    <StudyCard
      {...props}
      title={t`How many pictures does it take?`}
      lead={
        <Trans>
          Each way is trained anew with 1, 2, 5, 10 … pictures of each <Word of="class">class</Word>, as far as this set
          goes, and always checked with all <Word of="validation">validation pictures</Word>. Much of it is training
          from scratch, so it takes a while.
        </Trans>
      }
      action={t`Train with few and with many`}
      again={t`Train with few and with many again`}
    >
      {result && result.points.length > 0 && <SizesView result={result} />}
    </StudyCard>
  );
});

function SizesView({ result }: { readonly result: SizesResult }) {
  const chart = useMemo(() => sizesChart(result), [result]);
  const words = useMemo(() => sizesWords(result), [result]);
  const { sizes, origin } = result;
  return (
    <>
      <Verdict {...words} />
      <MeasureChart title={t`Validation accuracy by training pictures per class`} chart={chart} />
      <NumbersTable
        summary={t`The numbers as a table`}
        caption={t`Validation accuracy by training pictures per class`}
        columns={[t`per class`, ...wayIds.flatMap((way) => [wayNames[way].short, intervalOf(wayNames[way].short)])]}
        rows={sizes.map((size) => [
          String(size),
          ...wayIds.flatMap((way) => {
            const point = pointOf(result, way, size);
            const e = point && accuracyEstimate(point.accuracies, origin);
            return e ? [percent(e.mean), intervalCell(e, percent)] : ['–', '–'];
          }),
        ])}
      />
    </>
  );
}

/** The axis counts in factors: from 1 to 2 is as far as from 10 to 20. */
function sizesChart(result: SizesResult): EstimateChart {
  const { sizes, origin } = result;
  const shown = wayIds.filter((way) => result.points.some((point) => point.way === way));
  const points = sizes.flatMap((size) => {
    const values = shown.map((way) => {
      const point = pointOf(result, way, size);
      return point ? accuracyEstimate(point.accuracies, origin) : null;
    });
    return values.some((value) => value !== null) ? [{ x: Math.log10(size), values }] : [];
  });
  const chance = 1 / origin.classes;
  const all = points.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const places = sizes.map((size) => Math.log10(size));
  const high = places.at(-1) ?? 1;
  return {
    lines: shown.map((way) => wayLines[way]),
    points,
    xAxis: {
      domain: [0, Math.max(high, 0.1)],
      ticks: places.filter((at, i) => i === places.length - 1 || high - at > 0.08),
      label: t`training pictures per class`,
      tick: (at) => String(Math.round(10 ** at)),
    },
    yAxis: accuracyAxis([...all, { kind: 'single', mean: chance, n: 1 }], t`validation accuracy`),
    height: 380,
    format: percent,
    reference: { at: chance, label: guessingWords(percent(chance)), short: t`guessing`, isLow: true },
    summary: summaryWords(result, shown),
  };
}

const intervalOf = (way: string) => t`95 % interval, ${way}`;

function summaryWords(result: SizesResult, shown: readonly WayId[]): string {
  const ways = shown.map((way) => wayNames[way].name).join(', ');
  const each = result.sizes.map((size) => {
    const figures = shown
      .flatMap((way) => {
        const point = pointOf(result, way, size);
        return point
          ? [`${wayNames[way].short} ${percent(accuracyEstimate(point.accuracies, result.origin).mean)}`]
          : [];
      })
      .join(', ');
    return t`${size} per class: ${figures}`;
  });
  const all = each.join('; ');
  return t`Validation accuracy by training pictures per class, for ${ways}. ${all}.`;
}
