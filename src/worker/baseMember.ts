import { proxy } from 'comlink';
import type { EngineChoice, EngineReport } from '../core/engine';
import type { BaseProgress, BaseService } from './baseService';
import { remoteWorker } from './remoteWorker';

/** One worker with the frozen base in it. */
export interface BaseMember {
  /** Once. Rejects if the worker crashes or is ended meanwhile, which comlink would never notice. */
  readonly start: (
    choice: EngineChoice,
    baseUrl: string,
    onProgress: (progress: BaseProgress) => void,
  ) => Promise<EngineReport>;
  /** As `BaseService.extract`; batches queue up in the worker. Rejects as `start` does. */
  readonly extract: BaseService['extract'];
  /** Batches that were given to it and are not back. */
  readonly waiting: () => number;
  /** Ends the worker; what is pending rejects with the reason. */
  readonly end: (reason: Error) => void;
}

/** @param onCrash told before anything pending rejects. */
export function createBaseMember(makeWorker: () => Worker, onCrash: () => void): BaseMember {
  const { remote, alive, end } = remoteWorker<BaseService>(makeWorker(), 'computes the features', onCrash);
  let waiting = 0;
  return {
    start: (choice, baseUrl, onProgress) => alive(remote.start(choice, baseUrl, proxy(onProgress))),
    async extract(pixels, count) {
      waiting++;
      try {
        // The pixels are copied, not transferred: a batch may have to run a second time.
        return await alive(remote.extract(pixels, count));
      } finally {
        waiting--;
      }
    },
    waiting: () => waiting,
    end,
  };
}
