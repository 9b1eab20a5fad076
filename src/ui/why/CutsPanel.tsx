import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { pixelSide } from '../../core/pixelFeatures';
import { grouped, percent } from '../../core/figures';
import type { CutsResult } from '../../core/why/cuts';
import { resultOf } from '../../core/why/study';
import { accuracyEstimate } from '../../core/why/ways';
import { accuracyAxis, plainTick } from '../inside/estimateAxis';
import type { EstimateChart } from '../inside/estimateChart';
import { intervalCell } from '../inside/estimateWords';
import { MeasureChart } from '../inside/MeasureChart';
import { Verdict } from '../inside/MeasureCard';
import { NumbersTable } from '../inside/NumbersTable';
import { Word } from '../words/Word';
import { cutsWords } from './cutsWords';
import { StudyCard, type StudyProps } from './StudyCard';
import { guessingWords, wayLines } from './wayNames';

/** The head on every block of the base, early to late. */
export const CutsPanel = memo(function CutsPanel(props: StudyProps<CutsResult>) {
  const result = resultOf(props.study);
  return (
    <StudyCard
      {...props}
      title={t`Which layers are general?`}
      lead={
        <Trans>
          The <Word of="base">base</Word> is <Word of="cut">cut</Word> after each of its <Word of="block">blocks</Word>{' '}
          in turn, and the same <Word of="head">head</Word> is trained on what comes out there. Early blocks see edges
          and colours that serve any pictures; late ones see what task A asked for.
        </Trans>
      }
      action={t`Train a head on every block`}
      again={t`Train a head on every block again`}
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
        columns={[t`block`, t`features`, t`accuracy`, t`95 % interval`]}
        rows={[
          ...points.map(({ block, features, accuracies }) => {
            const e = accuracyEstimate(accuracies, origin);
            return [String(block + 1), grouped(features), percent(e.mean), intervalCell(e, percent)];
          }),
          ...(pixels ? [pixels].map((own) => accuracyEstimate(own, origin)) : []).map((e) => [
            t`bare pixels`,
            grouped(pixelSide ** 2 * 3),
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
    lines: [{ ...wayLines.pretrained, label: t`base` }, ...(bare ? [wayLines.pixels] : [])],
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
    reference: { at: chance, label: guessingWords(percent(chance)), short: t`guessing`, isLow: true },
    moment: points.length === blocks ? { at: chosen + 1, label: t`your cut` } : undefined,
    summary: [
      summaryWords(points.length, blocks),
      ...(last ? [lastWords(points.length, percent(last.mean))] : []),
      ...(bare ? [bareWords(percent(bare.mean))] : []),
    ].join(' '),
  };
}

const summaryWords = (done: number, blocks: number) => t`Validation accuracy by block: ${done} of ${blocks} blocks.`;
const lastWords = (block: number, accuracy: string) => t`Block ${block}: ${accuracy}.`;
const bareWords = (accuracy: string) => t`Bare pixels: ${accuracy}.`;
