import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlayerStopFilled, IconSnowflake } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { fixed } from '../../core/figures';
import { Note } from '../../ui/layout/Note';
import { useControl } from '../../ui/prepared/controls';
import { TeachRow } from '../../ui/try/TeachRow';
import { CameraControls, CameraView } from '../../ui/webcam/CameraView';
import { useLabState } from '../context';
import type { Camera } from '../webcam/useCamera';
import type { TryPartProps } from './TryPanel';
import type { Tried } from './tryState';

/** The camera of this station. It outlasts a training, in which there are no heads for a while. */
export interface TryCamera {
  readonly camera: Camera;
  readonly isMirrored: boolean;
  readonly onMirrored: (isMirrored: boolean) => void;
}

interface PictureSideProps extends TryPartProps, TryCamera {
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}

/** The picture, or the camera. */
export function PictureSide({ trying, camera, isMirrored, onMirrored, onVideo }: PictureSideProps) {
  const { state, devices, start, stop } = camera;
  const { tried, live, note } = useStore(trying.state);
  return (
    <div className="try-picture">
      {state.phase === 'on' ? (
        <>
          <CameraView
            stream={state.stream}
            isMirrored={isMirrored}
            onVideo={onVideo}
            label={t`What the heads are shown`}
          />
          <p className="lab-numbers try-rate">
            {live?.rate ? rateWords(live.rate) : t`The first frames are on their way …`}
          </p>
          <div className="lab-row">
            <Button
              leftSection={<IconSnowflake size={18} aria-hidden />}
              disabled={!live}
              onClick={() => {
                trying.freeze();
                stop();
              }}
            >
              <Trans>Freeze</Trans>
            </Button>
            <Button variant="default" leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={stop}>
              <Trans>Stop</Trans>
            </Button>
          </div>
          <CameraControls
            devices={devices}
            deviceId={state.deviceId}
            isMirrored={isMirrored}
            onDevice={(id) => void start(id)}
            onMirrored={onMirrored}
          />
        </>
      ) : tried ? (
        <>
          <img src={tried.url} alt={t`What the model sees of ${tried.name}`} width={224} height={224} />
          <p className="lab-soft try-name">
            <Trans>{tried.name}, as the model sees it: 224 × 224 pixels</Trans>
          </p>
        </>
      ) : (
        <p className="try-empty">
          {state.phase === 'asking' ? t`The browser asks you for the camera …` : t`Drop a picture here`}
        </p>
      )}
      {state.phase === 'failed' && <Note tone="error">{state.reason}</Note>}
      {state.phase === 'off' && state.note !== null && <Note>{state.note}</Note>}
      {note !== null && <Note>{note}</Note>}
    </div>
  );
}

/** What can be done with the picture, and the way back to those before it. */
export function PictureActions({ trying }: Pick<TryPartProps, 'trying'>) {
  const { tried, history } = useStore(trying.state);
  return (
    <div className="try-actions">
      {tried && <Teach trying={trying} tried={tried} />}
      {history.length > 1 && (
        <ul className="try-history" aria-label={t`Tried before`}>
          {history.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === tried?.id} onClick={() => trying.again(one)}>
                <img src={one.url} alt={one.name} title={one.name} width={44} height={44} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Teach({ trying, tried }: Pick<TryPartProps, 'trying'> & { readonly tried: Tried }) {
  const { collection, isBusy } = useLabState((s) => ({ collection: s.collection, isBusy: s.importing !== null }));
  const isFree = useControl('pictures') === 'shown';
  const { classes, pictures } = collection;
  const holder = pictures.find(({ hash }) => hash === tried.hash);
  const inClass = classes.find(({ id }) => id === holder?.classId)?.name ?? null;
  // One of the collection has its part said beside the answers.
  if (tried.from === 'collection' || !isFree) return null;
  return (
    <TeachRow
      key={tried.id}
      classes={classes}
      inClass={inClass}
      isBusy={isBusy}
      onTeach={(classId) => void trying.teach(tried, classId)}
    />
  );
}

function rateWords(framesPerSecond: number): string {
  const rate = fixed(framesPerSecond, 1);
  return t`${rate} frames a second answered`;
}
