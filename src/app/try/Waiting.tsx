import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { CameraView } from '../../ui/webcam/CameraView';
import { useLabState } from '../context';
import type { TryCamera } from './PictureSide';

const nothing = () => undefined;

/** There are no heads for a moment. A camera that was on goes on, and is seen to be on. */
export function Waiting({ camera: { state, stop }, isMirrored }: Pick<TryCamera, 'camera' | 'isMirrored'>) {
  const phase = useLabState((s) => s.training.phase);
  const words =
    phase === 'running' || phase === 'paused'
      ? t`The heads are being trained; in a moment they answer here.`
      : t`The training ended, and there are no heads of it. Train again; then they answer here.`;
  return (
    <div className="lab-card lab-padded try-waiting">
      <p className="lab-soft">{words}</p>
      {state.phase === 'on' && (
        <>
          <CameraView stream={state.stream} isMirrored={isMirrored} onVideo={nothing} label={t`What the camera sees`} />
          <Button variant="default" leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={stop}>
            <Trans>Stop the camera</Trans>
          </Button>
        </>
      )}
    </div>
  );
}
