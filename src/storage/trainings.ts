import type { KeptTraining } from '../core/keptTraining';
import { answer, reading, writing } from './database';
import { trainingKey } from './projectKeys';

/** The training that a project had last; null where none is kept. @throws where the browser denies storage. */
export const loadTraining = (project: string): Promise<KeptTraining | null> =>
  reading(async (store) => (await answer<KeptTraining | undefined>(store.get(trainingKey(project)))) ?? null);

/** In the place of the one before. @throws where the browser denies storage or it is full (`QuotaExceededError`). */
export const saveTraining = (project: string, training: KeptTraining): Promise<void> =>
  writing(async (store) => {
    store.put(training, trainingKey(project));
    await Promise.resolve();
  });

export const removeTraining = (project: string): Promise<void> =>
  writing(async (store) => {
    store.delete(trainingKey(project));
    await Promise.resolve();
  });
