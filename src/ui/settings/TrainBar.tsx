import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForwardFilled,
  IconPlayerStopFilled,
} from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { ProgressBar } from '../layout/ProgressBar';
import { progressWords, type TrainState } from './trainState';
import './settings.css';

export interface TrainBarProps {
  readonly state: TrainState;
  /** The settings or pictures are no longer those of the curves on the page. */
  readonly changed: boolean;
  /** Goes back and forth in the training; stands below. */
  readonly timeline?: ReactNode;
  readonly onTrain: () => void;
  readonly onPause: () => void;
  readonly onResume: () => void;
  /** Null: it is not offered. */
  readonly onOneEpoch: (() => void) | null;
  readonly onStop: () => void;
}

/** Sticks to the window: at the bottom until its place is reached, at the top from there on. */
export function TrainBar({ state, changed, timeline, onTrain, onPause, onResume, onOneEpoch, onStop }: TrainBarProps) {
  const wordsId = useId();
  const { phase } = state;
  const active = phase === 'running' || phase === 'paused';
  const free = phase === 'ready' || phase === 'stopped' || phase === 'finished' || phase === 'failed';
  return (
    <section className="lab-card train-bar" aria-label={t`Training`} data-phase={phase}>
      <div className="train-buttons">
        <Button
          color="ember"
          size="md"
          leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
          disabled={!free}
          aria-describedby={wordsId}
          onClick={onTrain}
        >
          <Trans>Train</Trans>
        </Button>
        {phase === 'paused' ? (
          <Button
            variant="default"
            size="md"
            leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
            onClick={onResume}
          >
            <Trans>Resume</Trans>
          </Button>
        ) : (
          <Button
            variant="default"
            size="md"
            leftSection={<IconPlayerPauseFilled size={18} aria-hidden />}
            disabled={phase !== 'running'}
            onClick={onPause}
          >
            <Trans>Pause</Trans>
          </Button>
        )}
        {onOneEpoch !== null && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconPlayerSkipForwardFilled size={18} aria-hidden />}
            disabled={!(free || phase === 'paused')}
            onClick={onOneEpoch}
          >
            {/* After a training has ended, this begins another. */}
            {phase === 'stopped' || phase === 'finished' ? t`One epoch anew` : t`One epoch`}
          </Button>
        )}
        <Button
          variant="default"
          size="md"
          leftSection={<IconPlayerStopFilled size={18} aria-hidden />}
          disabled={!active && phase !== 'preparing'}
          onClick={onStop}
        >
          <Trans>Stop</Trans>
        </Button>
      </div>
      <div className="train-words">
        <Words state={state} id={wordsId} />
        {changed && (
          <p className="train-changed">
            <Trans>The settings or pictures changed since this training.</Trans>
          </p>
        )}
      </div>
      {timeline}
    </section>
  );
}

function Words({ state, id }: { readonly state: TrainState; readonly id: string }) {
  switch (state.phase) {
    case 'disabled':
    case 'failed':
      return (
        <output id={id} className={state.phase === 'failed' ? 'train-failed' : undefined}>
          {state.reason}
        </output>
      );
    case 'ready':
      return (
        <p id={id}>
          <Trans>Ready. Both sides are trained together, from the same start.</Trans>
        </p>
      );
    case 'preparing':
      return <output id={id}>{state.words}</output>;
    case 'running':
    case 'paused':
    case 'stopped':
    case 'finished': {
      const words = progressWords(state.progress);
      return (
        <>
          <p className="lab-numbers" id={id}>
            {leads[state.phase] && <b>{leads[state.phase]} </b>}
            {words}
          </p>
          <ProgressBar
            label={t`Training`}
            done={state.progress.epoch}
            total={state.progress.epochs}
            words={words}
            tone="ember"
            paused={state.phase === 'paused' || state.phase === 'stopped'}
          />
        </>
      );
    }
    default:
      return state satisfies never;
  }
}

const leads = { running: '', paused: t`Paused.`, stopped: t`Stopped.`, finished: t`Finished.` } as const;
