import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { Note } from '../../ui/layout/Note';
import { TryFrame } from '../../ui/try/TryFrame';
import { useLab } from '../context';
import { messageOf } from '../messages';
import { framesOf } from '../webcam/frames';
import { Answers } from './Answers';
import { OwnChoice } from './OwnChoice';
import { canReadClipboard, clipboardPicture, listenToPaste } from './pasting';
import { PictureActions, PictureSide, type TryCamera } from './PictureSide';
import type { Trying } from './trying';
import { Whose } from './Whose';

export interface TryPartProps {
  readonly trying: Trying;
  readonly heads: TrainedHeads;
}

/** A picture, and what both heads say of it. */
export function TryPanel({ trying, heads, ...own }: TryPartProps & TryCamera) {
  const lab = useLab();
  const { camera } = own;
  const { start, stop } = camera;
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
        <PictureSide trying={trying} heads={heads} {...own} onVideo={onVideo} />
        {isBetweenPictures ? (
          <div className="try-said">
            <Whose trying={trying} heads={heads} />
          </div>
        ) : (
          <Answers trying={trying} heads={heads} />
        )}
        {stream === null && <PictureActions trying={trying} />}
      </div>
    </TryFrame>
  );
}
