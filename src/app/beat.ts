/** Something done again and again. */
export interface Beat {
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * One after the other, with a pause before each, until it is stopped.
 *
 * @param every length of the pause, in ms. @param work must not fail.
 */
export function createBeat(every: number, work: () => Promise<void>): Beat {
  let next: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    const own = setTimeout(() => void go(), every);
    next = own;
    const go = async () => {
      await work();
      // Stopped and started again meanwhile, another one goes on.
      if (next === own) start();
    };
  };
  const stop = () => {
    clearTimeout(next);
    next = undefined;
  };
  return { start, stop };
}
