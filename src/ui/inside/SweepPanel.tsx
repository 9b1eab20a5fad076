import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { memo } from 'react';
import { decimal } from '../../core/figures';
import type { Sweep } from '../../core/sweep';
import { sweepRates } from '../../core/sweepRates';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import { MeasureCard } from './MeasureCard';
import { RunRow } from './RunRow';
import { SweepResult } from './SweepResult';

export interface SweepPanelProps {
  readonly sweep: Sweep;
  /** As set now; a sweep that is done knows its own. */
  readonly seeds: number;
  /** Why a sweep cannot be started; null: it can. */
  readonly blocked: string | null;
  /** Settings or pictures are no longer those of the sweep shown. */
  readonly isOutdated: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** Dropout at every rate, from none to nearly all, over the same seeds. */
export const SweepPanel = memo(function SweepPanel(props: SweepPanelProps) {
  const { sweep, seeds, blocked, isOutdated, onStart, onStop } = props;
  return (
    <MeasureCard
      title={t`Every rate at once`}
      lead={<Lead seeds={sweep.phase === 'running' ? sweep.runs / sweepRates.length : seeds} />}
      busy={false}
      ask={null}
    >
      {sweep.phase === 'failed' && <Note tone="error">{sweep.reason}</Note>}
      {sweep.phase === 'stopped' && (
        <Note>
          <Trans>Stopped before the last epoch, so there is nothing to show.</Trans>
        </Note>
      )}
      {sweep.phase === 'done' && isOutdated && (
        <Note tone="warn">
          <Trans>The settings or pictures have changed since: this is what came of the former ones.</Trans>
        </Note>
      )}
      <RunRow
        progress={sweep.phase === 'running' ? { done: sweep.epoch, total: sweep.epochs, words: runWords(sweep) } : null}
        label={t`Training all rates`}
        action={sweep.phase === 'done' ? t`Train all ten rates again` : t`Train all ten rates`}
        blocked={blocked}
        onStart={onStart}
        onStop={onStop}
      />
      {sweep.phase === 'done' && <SweepResult sweep={sweep} />}
    </MeasureCard>
  );
});

const runWords = ({ epoch, epochs, runs }: Extract<Sweep, { readonly phase: 'running' }>) =>
  t`Epoch ${epoch} of ${epochs}, ${plural(runs, { one: '# run', other: '# runs' })} at once`;

function Lead({ seeds }: Pick<SweepPanelProps, 'seeds'>) {
  const runs = sweepRates.length * seeds;
  const [lowest, highest] = [decimal(sweepRates[0] ?? 0), decimal(sweepRates.at(-1) ?? 0)];
  return (
    <Trans>
      How much <Word of="dropout">dropout</Word> is too much? Ten <Word of="head">heads</Word> that differ in nothing
      but the <Word of="dropout-rate">rate</Word>, from {lowest} to {highest}: with{' '}
      <Plural value={seeds} one="# seed" other="# seeds" />, <Plural value={runs} one="# run" other="# runs" /> side by
      side.
    </Trans>
  );
}
