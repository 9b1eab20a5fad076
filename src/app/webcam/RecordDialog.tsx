import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { drawTrial } from '../../core/trialDraw';
import { isOneRecording, mostlyOneRecording, recordingGroup, recordingsOf } from '../../core/recordings';
import type { PreparedPicture } from '../../images/prepare';
import { Note } from '../../ui/layout/Note';
import { ClassMark } from '../../ui/pictures/ClassMark';
import { CameraControls, CameraView } from '../../ui/webcam/CameraView';
import { RecordPanel, type RecordPhase } from '../../ui/webcam/RecordPanel';
import { leftOutWords } from '../addFiles';
import { useLab, useLabState } from '../context';
import { freshId } from '../freshId';
import { messageOf } from '../messages';
import { undoWords } from '../undoWords';
import { framesOf } from './frames';
import { createRecorder, type Recorder } from './recorder';
import { useCamera } from './useCamera';

export interface RecordDialogProps {
  readonly classId: string;
  readonly onClose: () => void;
}

/** Of the countdown, and of the recording that it starts. */
const [countdownSeconds, recordedSeconds] = [3, 2];

const ready: RecordPhase = { phase: 'ready' };

/** Collects pictures for a class with the camera. */
export default function RecordDialog({ classId, onClose }: RecordDialogProps) {
  const lab = useLab();
  const { collection, seed, split, noise, perClass } = useLabState(({ collection, settings }) => ({
    collection,
    seed: settings.seed,
    split: settings.split,
    noise: settings.noise,
    perClass: settings.perClass,
  }));
  const isMostlyOne = useMemo(() => {
    const own = collection.pictures.filter((p) => p.classId === classId);
    const { sides } = drawTrial({ split, noise, perClass }, seed, collection);
    return mostlyOneRecording(own, sides).includes('validation');
  }, [collection, seed, split, noise, perClass, classId]);
  const cls = collection.classes.find(({ id }) => id === classId);
  const camera = useCamera();
  const { start, stop } = camera;
  const [isMirrored, setIsMirrored] = useState(true);
  const [state, setState] = useState<RecordPhase>(ready);
  const [trouble, setTrouble] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement | null>(null);
  const onVideo = useCallback((element: HTMLVideoElement | null) => void (video.current = element), []);
  const recorder = useRef<Recorder<PreparedPicture> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The press on “Camera” brought this dialog: that is what asks for the camera.
  useEffect(() => void start(null), [start]);
  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    recorder.current?.cancel();
    recorder.current = null;
    setState(ready);
  }, []);
  useEffect(() => cancel, [cancel]);
  const isOn = camera.state.phase === 'on';
  const hasEnded = !isOn && state.phase !== 'ready';

  const keep = async () => {
    clearTimeout(timer.current);
    const own = recorder.current;
    recorder.current = null;
    if (!own) return;
    // Closed with the dialog, it may outlast the project that it was recorded for.
    const { id } = lab.store.getState().project;
    const frames = await own.stop();
    if (lab.store.getState().project.id !== id) {
      if (frames.length > 0) lab.store.setState({ trouble: leftOutWords(frames.length, 'frame') });
      return;
    }
    setState({ phase: 'keeping', frames: frames.length });
    const number = recordingsOf(lab.store.getState().collection, classId).length + 1;
    const files = frames.map(({ blob }, i) => {
      const name = `${cls?.name ?? t`camera`} ${number}-${String(i + 1).padStart(3, '0')}.png`.replaceAll('/', '-');
      return new File([blob], name, { type: 'image/png' });
    });
    if (files.length > 0) await lab.importer.add(files, classId, recordingGroup(freshId()));
    setState(ready);
  };
  const record = () => {
    if (recorder.current) return;
    setTrouble(null);
    const own = createRecorder<PreparedPicture>({
      grab: framesOf(lab, () => video.current),
      onCount: (frames) => setState({ phase: 'recording', frames }),
      onFull: () => void keep(),
      onFault: (error) => {
        setTrouble(messageOf(error));
        void keep();
      },
    });
    recorder.current = own;
    own.start();
  };
  const countDown = (seconds: number) => {
    if (seconds > 0) {
      setState({ phase: 'counting', seconds });
      timer.current = setTimeout(() => countDown(seconds - 1), 1000);
      return;
    }
    record();
    timer.current = setTimeout(() => void keep(), 1000 * recordedSeconds);
  };
  const remove = (group: string) => {
    const { collection } = lab.store.getState();
    const ids = recordingsOf(collection, classId).flatMap((own) =>
      own.group === group ? own.pictures.map((p) => p.id) : [],
    );
    const action = { type: 'pictures removed', ids } as const;
    lab.change(action, undoWords(collection, action));
  };

  // The camera has gone in the middle: what was recorded by then is kept.
  const onCameraGone = useEffectEvent(() => (recorder.current ? void keep() : cancel()));
  useEffect(() => {
    if (hasEnded) onCameraGone();
  }, [hasEnded]);
  const close = () => {
    void keep();
    onClose();
  };

  if (!cls) return null;
  return (
    <Modal.Root opened onClose={close} size="52rem" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <div className="picture-head">
            <Modal.Title className="record-title picture-name">
              <ClassMark style={cls.style} size={22} />
              {t`Pictures of “${cls.name}” from the camera`}
            </Modal.Title>
            <Modal.CloseButton aria-label={t`Close`} size="lg" />
          </div>
          <RecordPanel
            className={cls.name}
            canRecord={isOn}
            state={state}
            trouble={trouble}
            recordings={recordingsOf(collection, classId).map(({ group, pictures }) => ({
              group,
              pictures: pictures.length,
              url: lab.thumbnailUrl(pictures[0]?.hash ?? ''),
            }))}
            isOneSided={isOneRecording(collection, classId)}
            isMostlyOne={isMostlyOne}
            onStart={record}
            onStop={() => void keep()}
            onCountdown={() => {
              setTrouble(null);
              countDown(countdownSeconds);
            }}
            onCancel={cancel}
            onDelete={remove}
            view={
              camera.state.phase === 'on' ? (
                <CameraView
                  stream={camera.state.stream}
                  isMirrored={isMirrored}
                  onVideo={onVideo}
                  label={t`What the camera sees`}
                >
                  <Over state={state} />
                </CameraView>
              ) : (
                <div className="record-off">
                  {camera.state.phase === 'asking' ? (
                    <p>
                      <Trans>The browser asks you for the camera …</Trans>
                    </p>
                  ) : (
                    <>
                      {camera.state.phase === 'failed' ? (
                        <Note tone="error">{camera.state.reason}</Note>
                      ) : (
                        <p>{camera.state.note}</p>
                      )}
                      <Button onClick={() => void start(null)}>
                        <Trans>Use the camera</Trans>
                      </Button>
                    </>
                  )}
                </div>
              )
            }
            controls={
              camera.state.phase === 'on' && (
                <div className="lab-row">
                  <CameraControls
                    devices={camera.devices}
                    deviceId={camera.state.deviceId}
                    isMirrored={isMirrored}
                    onDevice={(id) => void start(id)}
                    onMirrored={setIsMirrored}
                  />
                  <Button variant="default" size="compact-md" fz="sm" onClick={stop}>
                    <Trans>Stop the camera</Trans>
                  </Button>
                </div>
              )
            }
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The panel beside it says the same in words. */
function Over({ state }: { readonly state: RecordPhase }) {
  if (state.phase === 'counting')
    return (
      <div className="camera-over" aria-hidden>
        {state.seconds}
      </div>
    );
  if (state.phase !== 'recording') return null;
  return (
    <div className="camera-over lab-numbers" data-recording aria-hidden>
      ● {state.frames}
    </div>
  );
}
