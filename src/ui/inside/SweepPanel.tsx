import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo } from 'react';
import { count } from '../../core/figures';
import type { Sweep } from '../../core/sweep';
import { sweepRates } from '../../core/sweepRates';
import { Note } from '../layout/Note';
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
      lead={leadWords(sweep.phase === 'running' ? sweep.runs / sweepRates.length : seeds)}
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
  t`Epoch ${epoch} of ${epochs}, ${count(runs, 'run')} at once`;

function leadWords(seeds: number): string {
  const runs = sweepRates.length * seeds;
  return t`How much dropout is too much? Ten heads that differ in nothing but the rate, from ${sweepRates[0] ?? 0} to ${sweepRates.at(-1) ?? 0}: with ${count(seeds, 'seed')}, ${count(runs, 'run')} side by side.`;
}
