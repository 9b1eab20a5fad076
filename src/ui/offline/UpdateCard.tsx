import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { UpdateState } from '../../core/offline';
import './offline.css';

export interface UpdateCardProps {
  readonly state: UpdateState;
  /** What runs and would be cut off. */
  readonly busy: 'training' | 'experiment' | 'files' | null;
  /** A training is paused: it would end there. */
  readonly isPaused: boolean;
  /** There are results that are kept nowhere: of all rates, or of the experiments on transfer. */
  readonly hasPassing: boolean;
  readonly onTake: () => void;
  readonly onTakeAnyway: () => void;
  readonly onSaveFile: () => void;
  readonly onLater: () => void;
}

/** Says that there is a newer build, and loads it only when asked. Read out as it comes; the focus stays where it is. */
export function UpdateCard({ state, busy, isPaused, hasPassing, ...on }: UpdateCardProps) {
  return (
    <output className="lab-update" hidden={state.phase === 'none'}>
      {state.phase !== 'none' && (
        <>
          <p>
            <strong>{titleOf(state.phase)}</strong>
          </p>
          <p>{wordsOf(state.phase, { busy, isPaused, hasPassing })}</p>
          {state.phase !== 'taking' && (
            <div className="lab-row">
              {state.phase === 'not kept' ? (
                <>
                  <Button size="compact-md" onClick={on.onSaveFile}>
                    <Trans>Save the project as a file</Trans>
                  </Button>
                  <Button variant="default" size="compact-md" onClick={on.onTakeAnyway}>
                    <Trans>Load it without the rest</Trans>
                  </Button>
                </>
              ) : (
                state.phase !== 'wanted' && (
                  <Button size="compact-md" onClick={on.onTake}>
                    {busy === null ? t`Load it now` : t`Load it when that is over`}
                  </Button>
                )
              )}
              <Button variant="default" size="compact-md" onClick={on.onLater}>
                {state.phase === 'wanted' ? t`Do not load it` : t`Later`}
              </Button>
            </div>
          )}
        </>
      )}
    </output>
  );
}

type Told = Exclude<UpdateState['phase'], 'none'>;

function titleOf(phase: Told): string {
  switch (phase) {
    case 'elsewhere':
      return t`Transfer Lab was renewed in another tab`;
    case 'taking':
      return t`Saving, then loading the new version …`;
    case 'not kept':
      return t`Not all of your work could be saved in this browser`;
    case 'ready':
    case 'wanted':
      return t`A new version is ready`;
    default:
      return phase satisfies never;
  }
}

function wordsOf(
  phase: Told,
  { busy, isPaused, hasPassing }: Pick<UpdateCardProps, 'busy' | 'isPaused' | 'hasPassing'>,
): string {
  if (phase === 'taking') return t`Your pictures, settings and log are kept.`;
  if (phase === 'not kept') return t`Save the project as a file first; what is only in this tab would be lost.`;
  const running =
    busy === 'training'
      ? t`A training is running. The new version waits until it is over.`
      : busy === 'experiment'
        ? t`An experiment is running. The new version waits until it is over.`
        : busy === 'files'
          ? t`Files are being read. The new version waits until that is over.`
          : null;
  if (running !== null) return running;
  const kept = t`Your pictures, settings and log are saved before it is loaded.`;
  const old = phase === 'elsewhere' ? `${t`This tab goes on with the version it has.`} ` : '';
  const paused = isPaused ? ` ${t`The paused training ends there; the log keeps it as far as it came.`}` : '';
  const passing = hasPassing
    ? ` ${t`The results of all rates and of the experiments on transfer are only in this tab: download what you want to keep first.`}`
    : '';
  return `${old}${kept}${paused}${passing}`;
}
