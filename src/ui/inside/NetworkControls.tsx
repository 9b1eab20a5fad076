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
        aria-label="What is drawn"
        value={mode}
        data={[
          { value: 'masks', label: 'Train with masks' },
          { value: 'predict', label: 'Predict with all' },
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
            Step
          </Button>
          <Button
            variant="default"
            leftSection={playing ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
            disabled={!canStep && !playing}
            onClick={onPlay}
          >
            {playing ? 'Pause' : 'Play'}
          </Button>
        </div>
      )}
      {mode === 'masks' && !canStep && (
        <p className="lab-soft net-why">Pause or wait for the end of the training to step.</p>
      )}
    </div>
  );
}
