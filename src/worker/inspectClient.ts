import { t } from '@lingui/core/macro';
import type { Remote } from 'comlink';
import type { InspectService } from './inspectService';
import { remoteWorker, type RemoteWorker } from './remoteWorker';

/** The same across a worker that is made when a training begins; a crash rejects what is under way. */
export type InspectClient = InspectService;

export function createInspectClient(makeWorker: () => Worker): InspectClient {
  let worker: RemoteWorker<InspectService> | null = null;
  const started = () => {
    const made: RemoteWorker<InspectService> = remoteWorker(makeWorker(), t`looks into the heads`, () => {
      if (worker === made) worker = null;
    });
    return made;
  };
  /** A worker that crashed took its snapshots along; a fresh one would know nothing. */
  const ask = async <T>(question: (remote: Remote<InspectService>) => Promise<T>): Promise<T> => {
    if (!worker) throw new Error(t`What was kept of this training is gone: train again to look inside.`);
    return worker.alive(question(worker.remote));
  };
  return {
    standardisers: (experiment, dataset) => {
      worker ??= started();
      return ask((remote) => remote.standardisers(experiment, dataset));
    },
    open: (experiment, dataset, most) => {
      worker ??= started();
      return ask((remote) => remote.open(experiment, dataset, most));
    },
    add: (snapshot) => ask((remote) => remote.add(snapshot)),
    close: async () => {
      if (worker) await ask((remote) => remote.close());
    },
    look: (epoch, wanted) => ask((remote) => remote.look(epoch, wanted)),
    step: (epoch, afresh) => ask((remote) => remote.step(epoch, afresh)),
    similarity: (epoch, kind) => ask((remote) => remote.similarity(epoch, kind)),
    similarityCourse: (epoch, kind) => ask((remote) => remote.similarityCourse(epoch, kind)),
    knockOut: (epoch) => ask((remote) => remote.knockOut(epoch)),
    monteCarlo: (epoch, row) => ask((remote) => remote.monteCarlo(epoch, row)),
  };
}
