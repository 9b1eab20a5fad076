import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { useId } from 'react';
import { ProgressBar } from '../layout/ProgressBar';

export interface RunRowProps {
  /** How far it is, for the bar and in words; null: it does not run. */
  readonly progress: { readonly done: number; readonly total: number; readonly words: string } | null;
  /** What runs, for people who do not see the bar. */
  readonly label: string;
  /** On the button. */
  readonly action: string;
  /** Why it cannot be started; null: it can. */
  readonly blocked: string | null;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** The button that starts a training of its own; while it runs, how far it is and the button that stops it. */
export function RunRow({ progress, label, action, blocked, onStart, onStop }: RunRowProps) {
  const blockedId = useId();
  if (progress)
    return (
      <div className="measure-run">
        <div className="measure-run-bar">
          <ProgressBar label={label} done={progress.done} total={progress.total} words={progress.words} tone="ember" />
          <span className="lab-numbers">{progress.words}</span>
        </div>
        <Button variant="default" leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={onStop}>
          <Trans>Stop</Trans>
        </Button>
      </div>
    );
  return (
    <div className="lab-row">
      <Button
        color="ember"
        leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
        disabled={blocked !== null}
        aria-describedby={blocked === null ? undefined : blockedId}
        onClick={onStart}
      >
        {action}
      </Button>
      {blocked !== null && (
        <span className="lab-soft" id={blockedId}>
          {blocked}
        </span>
      )}
    </div>
  );
}
