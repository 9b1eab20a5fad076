import type { LabState, LabStore } from '../store';

/** Resolves when a training that was stopped has ended, or does not within a second. */
export const trainingEnded = (store: LabStore) =>
  new Promise<void>((resolve) => {
    const isOver = ({ training: { phase } }: LabState) => phase !== 'running' && phase !== 'paused';
    if (isOver(store.getState())) return resolve();
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, 1000);
    const unsubscribe = store.subscribe((state) => isOver(state) && end());
  });
