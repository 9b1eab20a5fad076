import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { Note } from '../../ui/layout/Note';
import { TryFrame } from '../../ui/try/TryFrame';
import { useLab } from '../context';
import { messageOf } from '../messages';
import { framesOf } from '../webcam/frames';
import { useCamera } from '../webcam/useCamera';
import { Answers } from './Answers';
import { OwnChoice } from './OwnChoice';
import { canReadClipboard, clipboardPicture, listenToPaste } from './pasting';
import { PictureSide } from './PictureSide';
import type { Trying } from './trying';

export interface TryPartProps {
  readonly trying: Trying;
  readonly heads: TrainedHeads;
}

/** A picture, and what both heads say of it. */
export function TryPanel({ trying, heads }: TryPartProps) {
  const lab = useLab();
  const camera = useCamera();
  const { start, stop } = camera;
  const [isMirrored, setIsMirrored] = useState(true);
  const video = useRef<HTMLVideoElement | null>(null);
  const onVideo = useCallback((element: HTMLVideoElement | null) => void (video.current = element), []);
  const stream = camera.state.phase === 'on' ? camera.state.stream : null;
  useEffect(() => {
    const live = async () => {
      // What went wrong is said; a camera that nobody looks at is off.
      if (await trying.goLive(framesOf(lab, () => video.current))) stop();
    };
    if (stream) void live();
    return stream ? trying.stopLive : undefined;
  }, [lab, trying, stream, stop]);
  const onFiles = useCallback(
    (files: readonly File[], how: 'chosen' | 'dropped' | 'pasted') => {
      stop();
      trying.files(files, how);
    },
    [trying, stop],
  );
  useEffect(() => listenToPaste((files) => onFiles(files, 'pasted')), [onFiles]);
  const trouble = useStore(trying.state, (s) => s.trouble);
  const isBetweenPictures = useStore(trying.state, (s) => s.tried === null && s.live === null);
  return (
    <TryFrame
      isLive={stream !== null}
      canPaste={canReadClipboard()}
      onFiles={onFiles}
      onPaste={() =>
        void clipboardPicture()
          .then((file) => onFiles([file], 'pasted'))
          .catch((error: unknown) => trying.say(messageOf(error)))
      }
      onCamera={() => void start(null)}
      more={<OwnChoice trying={trying} heads={heads} onPick={stop} />}
    >
      {trouble !== null && <Note tone="error">{trouble}</Note>}
      <div className="try-body">
        <PictureSide
          trying={trying}
          heads={heads}
          camera={camera}
          isMirrored={isMirrored}
          onMirrored={setIsMirrored}
          onVideo={onVideo}
        />
        {!isBetweenPictures && <Answers trying={trying} heads={heads} />}
      </div>
    </TryFrame>
  );
}
