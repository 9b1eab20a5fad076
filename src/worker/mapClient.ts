import { t } from '@lingui/core/macro';
import { transfer, type Remote } from 'comlink';
import type { MapService } from './mapService';
import { remoteWorker, type RemoteWorker } from './remoteWorker';

/**
 * The same across a worker that is made when the first map is drawn; a crash rejects what is under way. The features
 * that are handed over are no longer there for the caller.
 */
export interface MapClient extends MapService {
  /** Lets go of the worker and of all that it keeps; what is under way rejects. */
  readonly close: () => void;
}

export function createMapClient(makeWorker: () => Worker): MapClient {
  let worker: RemoteWorker<MapService> | null = null;
  const started = () => {
    const made: RemoteWorker<MapService> = remoteWorker(makeWorker(), t`draws the maps`, () => {
      if (worker === made) worker = null;
    });
    return made;
  };
  /** A worker that crashed took its neighbours along; a fresh one would know nothing. */
  const ask = async <T>(question: (remote: Remote<MapService>) => Promise<T>): Promise<T> => {
    if (!worker) throw new Error(t`What was kept of this map is gone: draw it again.`);
    return worker.alive(question(worker.remote));
  };
  return {
    open: (pictures) => {
      worker ??= started();
      return ask((remote) => remote.open(pictures));
    },
    view: (features, dimension) =>
      ask((remote) => remote.view(transfer(features, [features.buffer as ArrayBuffer]), dimension)),
    beginUmap: (seed) => ask((remote) => remote.beginUmap(seed)),
    goOnWithUmap: () => ask((remote) => remote.goOnWithUmap()),
    close: () => {
      worker?.end(new Error(t`The map was put away.`));
      worker = null;
    },
  };
}
