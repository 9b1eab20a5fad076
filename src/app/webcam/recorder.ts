/** Frames a second: faster ones are nearly the same picture. */
export const framesPerSecond = 8;

/** Of one recording; then it stops by itself. */
export const mostFrames = 200;

export interface Recorder<T> {
  /** Takes frames until it is stopped or has all that it may. Does nothing while it records. */
  readonly start: () => void;
  /** @returns the frames, the first first; without any where it did not record. */
  readonly stop: () => Promise<readonly T[]>;
  /** Stops, and throws away what was taken. */
  readonly cancel: () => void;
}

interface RecorderParts<T> {
  /** The next frame; null: there is none yet. One at a time is asked for. */
  readonly grab: () => Promise<T | null>;
  /** How many there are by now. */
  readonly onCount: (frames: number) => void;
  /** It has all that it may have. */
  readonly onFull: () => void;
  readonly onFault: (error: unknown) => void;
}

/** Takes frames of a camera, one after the other, some a second. */
export function createRecorder<T>({ grab, onCount, onFull, onFault }: RecorderParts<T>): Recorder<T> {
  let running: { readonly frames: T[]; readonly ended: Promise<void>; isOver: boolean } | null = null;

  const start = () => {
    if (running) return;
    const frames: T[] = [];
    const own = { frames, isOver: false, ended: Promise.resolve() };
    const take = async () => {
      while (!own.isOver) {
        const at = performance.now();
        const frame = await grab();
        // One that was asked for before the stop is still part of it.
        if (frame !== null && running === own) onCount(frames.push(frame));
        if (frames.length >= mostFrames) return onFull();
        await new Promise((resolve) =>
          setTimeout(resolve, Math.max(0, at + 1000 / framesPerSecond - performance.now())),
        );
      }
    };
    running = own;
    onCount(0);
    own.ended = take().catch(onFault);
  };
  const end = () => {
    const own = running;
    if (own) own.isOver = true;
    running = null;
    return own;
  };
  return {
    start,
    stop: async () => {
      const own = running;
      if (!own) return [];
      own.isOver = true;
      await own.ended;
      if (running === own) running = null;
      return own.frames;
    },
    cancel: () => void end(),
  };
}
