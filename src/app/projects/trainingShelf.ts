import type { KeptTraining } from '../../core/keptTraining';
import { loadTraining, removeTraining, saveTraining } from '../../storage/trainings';
import { runNotKeptWords } from './notKept';
import { createQueue } from './queue';

/** The training that each project had last, so that its curves are there without training again. */
export interface TrainingShelf {
  /** In the place of the one before. */
  readonly keep: (project: string, training: KeptTraining) => Promise<void>;
  /** Null where none is kept. */
  readonly load: (project: string) => Promise<KeptTraining | null>;
  readonly drop: (project: string) => Promise<void>;
  readonly copy: (from: string, to: string) => Promise<void>;
  /** Tries once more to keep what is in memory only. */
  readonly retry: () => Promise<void>;
}

/** @param onTrouble one sentence about what is not kept. */
export function createTrainingShelf(onTrouble: (sentence: string) => void): TrainingShelf {
  /** What could not be written, by project. */
  const memory = new Map<string, KeptTraining>();
  /** Said once a run: it would come back with every epoch after it was dismissed. */
  let toldOf: string | null = null;
  const inTurn = createQueue();

  const keep = async (project: string, training: KeptTraining) => {
    try {
      await saveTraining(project, training);
      memory.delete(project);
    } catch (error) {
      memory.set(project, training);
      if (toldOf !== training.runId) onTrouble(runNotKeptWords('curves', error));
      toldOf = training.runId;
    }
  };
  const load = async (project: string) => memory.get(project) ?? (await loadTraining(project).catch(() => null));

  return {
    keep: (project, training) => inTurn(() => keep(project, training)),
    load: (project) => inTurn(() => load(project)),
    drop: (project) =>
      inTurn(async () => {
        memory.delete(project);
        await removeTraining(project).catch(() => undefined);
      }),
    copy: (from, to) =>
      inTurn(async () => {
        const training = await load(from);
        if (training) await keep(to, training);
      }),
    retry: () =>
      inTurn(async () => {
        for (const [project, training] of memory)
          await saveTraining(project, training).then(
            () => memory.delete(project),
            () => false,
          );
      }),
  };
}
