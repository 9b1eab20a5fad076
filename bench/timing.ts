/** Seconds that the work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export interface MainThread {
  /** Milliseconds; 0 where no task was over 50, which is the least that browsers report. */
  readonly longestTask: number;
  /** Milliseconds between two frames: includes waiting for a free core, so that it is an upper bound. */
  readonly longestFrame: number;
}

/** Watches the page's thread while the work runs. */
export async function watchMainThread(work: () => Promise<unknown>): Promise<MainThread> {
  let [longestTask, longestFrame] = [0, 0];
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let frame = requestAnimationFrame(function tick(now) {
    longestFrame = Math.max(longestFrame, now - last);
    last = now;
    frame = requestAnimationFrame(tick);
  });
  try {
    await work();
    note(observer.takeRecords());
    return { longestTask, longestFrame };
  } finally {
    cancelAnimationFrame(frame);
    observer.disconnect();
  }
}
