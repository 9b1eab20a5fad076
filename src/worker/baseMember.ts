import { proxy, wrap } from 'comlink';
import type { EngineChoice, EngineReport } from '../core/engine';
import type { BaseProgress, BaseService } from './baseService';
import { deferred } from './deferred';

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
  const worker = makeWorker();
  const remote = wrap<BaseService>(worker);
  const gone = deferred<never>();
  // Nobody may be waiting when the worker ends; that is no unhandled error.
  gone.promise.catch(() => undefined);
  let waiting = 0;

  const end = (reason: Error) => {
    worker.terminate();
    gone.reject(reason);
  };
  const crash = (what: string) => {
    onCrash();
    end(new Error(`The worker that computes the features ${what}.`));
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    crash(`stopped (${event.message || 'it could not be loaded'})`);
  });
  worker.addEventListener('messageerror', () => crash('sent something that could not be read'));

  return {
    start: (choice, baseUrl, onProgress) =>
      Promise.race([remote.start(choice, baseUrl, proxy(onProgress)), gone.promise]),
    async extract(pixels, count) {
      waiting++;
      try {
        // The pixels are copied, not transferred: a batch may have to run a second time.
        return await Promise.race([remote.extract(pixels, count), gone.promise]);
      } finally {
        waiting--;
      }
    },
    waiting: () => waiting,
    end,
  };
}
