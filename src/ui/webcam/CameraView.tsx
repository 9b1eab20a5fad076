import { t } from '@lingui/core/macro';
import { NativeSelect, Switch } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import './webcam.css';

export interface CameraViewProps {
  readonly stream: MediaStream;
  readonly isMirrored: boolean;
  /** Told of the element that shows the stream, and of null when it goes. */
  readonly onVideo: (video: HTMLVideoElement | null) => void;
  /** In words, for people who do not see it. */
  readonly label: string;
  /** Stands over the picture, e.g. a countdown. */
  readonly children?: ReactNode;
}

/** What the camera sees, cut to the square that the model is given. */
export function CameraView({ stream, isMirrored, onVideo, label, children }: CameraViewProps) {
  const attach = useCallback(
    (video: HTMLVideoElement | null) => {
      if (video) {
        video.srcObject = stream;
        // By itself a muted video only starts in sight, and one that comes anew during a training may be out of it. Where
        // it may not be started, it does so once it is seen.
        video.play().catch(() => undefined);
      }
      onVideo(video);
    },
    [stream, onVideo],
  );
  return (
    <div className="camera-view">
      {/* Live, silent pictures: there is nothing to caption. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={attach}
        autoPlay
        muted
        playsInline
        disablePictureInPicture
        aria-label={label}
        data-mirrored={isMirrored || undefined}
      />
      {children}
    </div>
  );
}

export interface CameraControlsProps {
  readonly devices: readonly { readonly id: string; readonly name: string }[];
  readonly deviceId: string | null;
  readonly isMirrored: boolean;
  readonly onDevice: (id: string) => void;
  readonly onMirrored: (isMirrored: boolean) => void;
}

/** Which camera, and whether as in a mirror. */
export function CameraControls({ devices, deviceId, isMirrored, onDevice, onMirrored }: CameraControlsProps) {
  return (
    <div className="camera-controls">
      <Switch
        label={t`As in a mirror`}
        checked={isMirrored}
        onChange={(event) => onMirrored(event.currentTarget.checked)}
      />
      {devices.length > 1 && (
        <NativeSelect
          aria-label={t`Camera`}
          value={deviceId ?? ''}
          data={devices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onDevice(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
