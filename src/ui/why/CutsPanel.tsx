import { t } from '@lingui/core/macro';
import { memo, useMemo } from 'react';
import { pixelSide } from '../../core/pixelFeatures';
import { percent } from '../../core/figures';
import type { CutsResult } from '../../core/why/cuts';
import { resultOf } from '../../core/why/study';
import { accuracyEstimate } from '../../core/why/ways';
import { accuracyAxis, plainTick } from '../inside/estimateAxis';
import type { EstimateChart } from '../inside/estimateChart';
import { intervalCell } from '../inside/estimateWords';
import { MeasureChart } from '../inside/MeasureChart';
import { Verdict } from '../inside/MeasureCard';
import { NumbersTable } from '../inside/NumbersTable';
import { cutsWords } from './cutsWords';
import { StudyCard, type StudyProps } from './StudyCard';
import { wayLines } from './wayNames';

/** The head on every block of the base, early to late. */
export const CutsPanel = memo(function CutsPanel(props: StudyProps<CutsResult>) {
  const result = resultOf(props.study);
  return (
    <StudyCard
      {...props}
      title={t`Which layers are general?`}
      lead={t`The base is cut after each of its blocks in turn, and the same head is trained on what comes out there. Early blocks see edges and colours that serve any pictures; late ones see what task A asked for.`}
      action={t`Train a head on every block`}
    >
      {result && result.points.length > 0 && <CutsView result={result} />}
    </StudyCard>
  );
});

function CutsView({ result }: { readonly result: CutsResult }) {
  const chart = useMemo(() => cutsChart(result), [result]);
  const words = useMemo(() => cutsWords(result), [result]);
  const { points, pixels, origin } = result;
  return (
    <>
      <Verdict {...words} />
      <MeasureChart title={t`Validation accuracy by the block that the base is cut after`} chart={chart} />
      <NumbersTable
        summary={t`The blocks as a table`}
        caption={t`Validation accuracy by block`}
        columns={['block', 'features', 'accuracy', '95 % interval']}
        rows={[
          ...points.map(({ block, features, accuracies }) => {
            const e = accuracyEstimate(accuracies, origin);
            return [String(block + 1), features.toLocaleString('en'), percent(e.mean), intervalCell(e, percent)];
          }),
          ...(pixels ? [pixels].map((own) => accuracyEstimate(own, origin)) : []).map((e) => [
            t`bare pixels`,
            (pixelSide ** 2 * 3).toLocaleString('en'),
            percent(e.mean),
            intervalCell(e, percent),
          ]),
        ]}
      />
    </>
  );
}

function cutsChart({ points, pixels, blocks, chosen, origin }: CutsResult): EstimateChart {
  const e = points.map(({ accuracies }) => accuracyEstimate(accuracies, origin));
  const bare = pixels && accuracyEstimate(pixels, origin);
  const chance = 1 / origin.classes;
  const last = e.at(-1);
  return {
    lines: [{ ...wayLines.pretrained, label: 'base' }, ...(bare ? [wayLines.pixels] : [])],
    points: points.map(({ block }, i) => ({ x: block + 1, values: [e[i] ?? null, ...(bare ? [bare] : [])] })),
    xAxis: {
      domain: [1, Math.max(blocks, 2)],
      ticks: Array.from({ length: blocks }, (_, i) => i + 1),
      label: t`block`,
      tick: plainTick,
    },
    yAxis: accuracyAxis(
      [...e, ...(bare ? [bare] : []), { kind: 'single', mean: chance, n: 1 }],
      t`validation accuracy`,
    ),
    height: 360,
    format: percent,
    reference: { at: chance, label: t`guessing: ${percent(chance)}`, short: 'guessing', isLow: true },
    moment: points.length === blocks ? { at: chosen + 1, label: t`your cut` } : undefined,
    summary: `Validation accuracy by block. ${points.length} of ${blocks} blocks; ${last ? t`block ${points.length}: ${percent(last.mean)}` : ''}${bare ? `; bare pixels: ${percent(bare.mean)}` : ''}.`,
  };
}
