import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext } from '@tabler/icons-react';

export type NetworkMode = 'masks' | 'predict';

export interface NetworkControlsProps {
  readonly mode: NetworkMode;
  readonly playing: boolean;
  /** false while training runs. */
  readonly canStep: boolean;
  readonly onMode: (mode: NetworkMode) => void;
  readonly onStep: () => void;
  readonly onPlay: () => void;
}

/** What is drawn, and the slow step. */
export function NetworkControls({ mode, playing, canStep, onMode, onStep, onPlay }: NetworkControlsProps) {
  return (
    <div className="net-controls">
      <SegmentedControl<NetworkMode>
        aria-label={t`What is drawn`}
        value={mode}
        data={[
          { value: 'masks', label: t`Train with masks` },
          { value: 'predict', label: t`Predict with all` },
        ]}
        onChange={onMode}
      />
      {mode === 'masks' && (
        <div className="lab-row">
          <Button
            variant="default"
            leftSection={<IconPlayerTrackNext size={18} aria-hidden />}
            disabled={!canStep || playing}
            onClick={onStep}
          >
            <Trans>Step</Trans>
          </Button>
          <Button
            variant="default"
            leftSection={playing ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
            disabled={!canStep && !playing}
            onClick={onPlay}
          >
            {playing ? t`Pause` : t`Play`}
          </Button>
        </div>
      )}
      {mode === 'masks' && !canStep && (
        <p className="lab-soft net-why">
          <Trans>Pause or wait for the end of the training to step.</Trans>
        </p>
      )}
    </div>
  );
}
