import type { LabState, LabStore } from '../store';

/** Waits for a state. @param within gives up after so many ms. */
export const until = (
  store: LabStore,
  isSo: (state: LabState) => boolean,
  within = Number.POSITIVE_INFINITY,
): Promise<void> =>
  new Promise((resolve) => {
    if (isSo(store.getState())) return resolve();
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = Number.isFinite(within) ? setTimeout(end, within) : undefined;
    const stop = store.subscribe((state) => isSo(state) && end());
  });
