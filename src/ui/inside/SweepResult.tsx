import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { decimal, percent, setPercent } from '../../core/figures';
import { Word } from '../words/Word';
import { accuracyAxis, plainTick } from './estimateAxis';
import { intervalCell, signedPoints } from './estimateWords';
import type { ChartLine, EstimateChart } from './estimateChart';
import { MeasureChart } from './MeasureChart';
import { Verdict } from './MeasureCard';
import { NumbersTable } from './NumbersTable';
import { type DoneSweep, sweepSummary, sweepWords } from './sweepWords';

/** What came of a sweep. */
export const SweepResult = memo(function SweepResult({ sweep }: { readonly sweep: DoneSweep }) {
  const chart = useMemo(() => chartOf(sweep), [sweep]);
  const { main, more } = sweepWords(sweep);
  const { epochs } = sweep;
  const ceiling = setPercent(1 - sweep.wrongShare);
  return (
    <>
      <Verdict main={main} more={more} />
      <MeasureChart title={t`Accuracy after epoch ${epochs}, dropout off`} chart={chart} />
      {sweep.wrongShare > 0 && (
        <p className="lab-soft">
          <Trans>
            Dashed line across, at {ceiling}: training <Word of="accuracy">accuracy</Word> of a head that learns no{' '}
            <Word of="wrong-labels">wrong label</Word>.
          </Trans>
        </p>
      )}
      <NumbersTable
        summary={t`The rates as a table`}
        caption={t`Accuracy by dropout rate; gap and gain over no dropout in points`}
        columns={[
          t`rate`,
          t`training`,
          t`95 % interval`,
          t`validation`,
          t`95 % interval of it`,
          t`gap`,
          t`gain`,
          t`95 % interval of the gain`,
        ]}
        rows={sweep.points.map(({ rate, training, validation, gap, gain }) => [
          decimal(rate),
          percent(training.mean),
          intervalCell(training, percent),
          percent(validation.mean),
          intervalCell(validation, percent),
          signedPoints(gap.mean),
          signedPoints(gain.mean),
          intervalCell(gain, signedPoints),
        ])}
      />
    </>
  );
});

/** As in the charts of the comparison: dashed with circles is training, solid with squares validation. */
const lines: readonly ChartLine[] = [
  { label: t`training`, colour: 'var(--compare-with-training)', dash: '9 5', mark: 'circle' },
  { label: t`validation`, colour: 'var(--compare-with-validation)', dash: undefined, mark: 'square' },
];

function chartOf(sweep: DoneSweep): EstimateChart {
  const { points, wrongShare } = sweep;
  const ceiling = 1 - wrongShare;
  const share = setPercent(ceiling);
  return {
    lines,
    points: points.map(({ rate, training, validation }) => ({ x: rate, values: [training, validation] })),
    xAxis: {
      domain: [0, points.at(-1)?.rate ?? 1],
      ticks: points.map(({ rate }) => rate),
      label: t`dropout rate`,
      tick: plainTick,
    },
    yAxis: accuracyAxis(
      points.flatMap(({ training, validation }) => [training, validation]),
      t`accuracy`,
    ),
    height: 340,
    format: percent,
    reference: wrongShare > 0 ? { at: ceiling, label: t`${share}: no wrong label learned`, short: share } : undefined,
    summary: sweepSummary(sweep),
  };
}
