import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { percent, setPercent } from '../../core/figures';
import type { KnockOutView } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { wholeAxis } from './estimateAxis';
import { intervalCell, signedPoints } from './estimateWords';
import { type EstimateChart, sideLines } from './estimateChart';
import { MeasureChart } from './MeasureChart';
import { knockOutPlaces, knockOutSummary, knockOutWords } from './knockOutWords';
import { MeasureCard, Verdict } from './MeasureCard';
import { NumbersTable } from './NumbersTable';
import { whenWords } from './scrubberWords';

export interface KnockOutPanelProps {
  readonly view: KnockOutView | null;
  readonly busy: boolean;
  readonly onAsk: () => void;
}

/** How well each side answers with ever more of its hidden neurons taken away. */
export const KnockOutPanel = memo(function KnockOutPanel({ view, busy, onAsk }: KnockOutPanelProps) {
  return (
    <MeasureCard
      title={t`The knock-out test`}
      lead={lead}
      busy={busy}
      ask={view ? null : { words: t`Run the knock-out test`, onAsk }}
    >
      {view && <Result view={view} />}
    </MeasureCard>
  );
});

const lead = (
  <Trans>
    Hidden <Word of="neuron">neurons</Word> are removed at random after training, and the rest are scaled up to make up
    for it; nothing is trained again. If the neurons of one side rely less on each other, its line should fall later.
  </Trans>
);

function Result({ view }: { readonly view: KnockOutView }) {
  const words = knockOutWords(view);
  const chart = useMemo(() => chartOf(view), [view]);
  return (
    <>
      <Verdict main={words.conclusion} more={words.more} />
      <MeasureChart title={titleWords(whenWords(view.epoch))} chart={chart} />
      <NumbersTable
        summary={t`The test as a table`}
        caption={t`Validation accuracy by share of hidden neurons removed; difference with minus without, in points`}
        columns={[
          t`removed`,
          t`without`,
          t`95 % interval`,
          t`with`,
          t`95 % interval of with`,
          t`difference`,
          t`95 % interval of it`,
          t`neurons removed`,
        ]}
        rows={knockOutPlaces(view).map(({ removed, share, without, withDropout, difference }) => [
          setPercent(share),
          percent(without.mean),
          intervalCell(without, percent),
          percent(withDropout.mean),
          intervalCell(withDropout, percent),
          signedPoints(difference.mean),
          intervalCell(difference, signedPoints),
          partWords(removed, view.hidden),
        ])}
      />
    </>
  );
}

const titleWords = (when: string) => t`Validation accuracy ${when}`;
const partWords = (removed: number, hidden: number) => t`${removed} of ${hidden}`;
const chanceWords = (share: string) => t`chance ${share}`;

const chartOf = (view: KnockOutView): EstimateChart => ({
  lines: sideLines,
  points: knockOutPlaces(view).map(({ share, without, withDropout }) => ({ x: share, values: [without, withDropout] })),
  xAxis: { ...wholeAxis(t`hidden neurons removed`), ticks: [0, 0.25, 0.5, 0.75, 1] },
  yAxis: wholeAxis(t`validation accuracy`),
  height: 320,
  format: percent,
  reference: { at: view.chance, label: chanceWords(percent(view.chance)), short: t`chance` },
  summary: knockOutSummary(view),
});
