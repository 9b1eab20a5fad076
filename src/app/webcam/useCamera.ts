import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { closeCamera, listCameras, openCamera, type CameraDevice } from '../../images/camera';
import { messageOf } from '../messages';

type CameraState =
  /** @param note why it was stopped, where the person did not do it. */
  | { readonly phase: 'off'; readonly note: string | null }
  | { readonly phase: 'asking' }
  | { readonly phase: 'on'; readonly stream: MediaStream; readonly deviceId: string | null }
  | { readonly phase: 'failed'; readonly reason: string };

export interface Camera {
  readonly state: CameraState;
  /** Known once one of them was open. */
  readonly devices: readonly CameraDevice[];
  /** Call it on the person's press only: the browser asks for permission. @param deviceId null: any. */
  readonly start: (deviceId: string | null) => Promise<void>;
  readonly stop: () => void;
}

const wentAway = t`The camera stopped: it was unplugged, or the browser took it back. Start it again.`;
const hiddenNote = t`The camera was stopped because this page was no longer in sight.`;

/** A camera that is on while it is looked at, and never longer: not in a hidden tab, not after its place has gone. */
export function useCamera(): Camera {
  const [state, setState] = useState<CameraState>({ phase: 'off', note: null });
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const open = useRef<MediaStream | null>(null);
  /** Whoever asked before this is not answered any more. */
  const turn = useRef(0);

  const close = useCallback(() => {
    turn.current++;
    if (open.current) closeCamera(open.current);
    open.current = null;
  }, []);
  const end = useCallback(
    (next: CameraState) => {
      close();
      setState(next);
    },
    [close],
  );

  const start = useCallback(
    async (deviceId: string | null) => {
      close();
      const own = turn.current;
      setState({ phase: 'asking' });
      try {
        const stream = await openCamera(deviceId);
        if (own !== turn.current) return closeCamera(stream);
        open.current = stream;
        // The person may have gone elsewhere while the browser asked.
        if (document.hidden) return end({ phase: 'off', note: hiddenNote });
        const [track] = stream.getVideoTracks();
        track?.addEventListener('ended', () => {
          if (own === turn.current) end({ phase: 'failed', reason: wentAway });
        });
        setState({ phase: 'on', stream, deviceId: track?.getSettings().deviceId ?? deviceId });
      } catch (error) {
        if (own === turn.current) end({ phase: 'failed', reason: messageOf(error) });
        return;
      }
      // Without the list there is no choice of another one; this one is as good.
      const found = await listCameras().catch(() => null);
      if (found) setDevices(found);
    },
    [close, end],
  );

  useEffect(() => {
    const onVisibility = () => {
      if (document.hidden && open.current) end({ phase: 'off', note: hiddenNote });
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      close();
    };
  }, [close, end]);

  const stop = useCallback(() => end({ phase: 'off', note: null }), [end]);
  return { state, devices, start, stop };
}
