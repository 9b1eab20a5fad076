import { t } from '@lingui/core/macro';
import { proxy } from 'comlink';
import type { BaseService } from './baseService';
import { remoteWorker } from './remoteWorker';

/** One worker with the frozen base in it. */
export interface BaseMember {
  /** Once. Rejects if the worker crashes or is ended meanwhile, which comlink would never notice. */
  readonly start: BaseService['start'];
  /** As `BaseService.extract`; batches queue up in the worker. Rejects as `start` does. */
  readonly extract: BaseService['extract'];
  /** As `BaseService.look`; queues up like a batch. */
  readonly look: BaseService['look'];
  /** Batches that were given to it and are not back. */
  readonly waiting: () => number;
  /** Ends the worker; what is pending rejects with the reason. */
  readonly end: (reason: Error) => void;
}

/** @param onCrash told before anything pending rejects. */
export function createBaseMember(makeWorker: () => Worker, onCrash: () => void): BaseMember {
  const { remote, alive, end } = remoteWorker<BaseService>(makeWorker(), t`computes the features`, onCrash);
  let waiting = 0;
  const counted = async <T>(call: () => Promise<T>): Promise<T> => {
    waiting++;
    try {
      return await alive(call());
    } finally {
      waiting--;
    }
  };
  return {
    start: (request, onProgress) => alive(remote.start(request, proxy(onProgress))),
    // The pixels are copied, not transferred: a batch may have to run a second time.
    extract: (pixels, count, tap) => counted(() => remote.extract(pixels, count, tap)),
    look: (pixels, maps) => counted(() => remote.look(pixels, maps)),
    waiting: () => waiting,
    end,
  };
}
