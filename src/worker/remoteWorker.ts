import { t } from '@lingui/core/macro';
import { wrap, type Remote } from 'comlink';
import { deferred } from './deferred';

/** The worker crashed: it is gone, and what it was doing with it. */
export class WorkerGoneError extends Error {
  override readonly name = 'WorkerGoneError';
}

/** A worker behind comlink that says when it is gone, which comlink would never notice. */
export interface RemoteWorker<Service> {
  readonly remote: Remote<Service>;
  /** Settles like the call, or rejects when the worker is gone: with a `WorkerGoneError` if it crashed. */
  readonly alive: <T>(call: Promise<T>) => Promise<T>;
  /** Ends the worker; everything under way rejects with this reason. */
  readonly end: (reason: Error) => void;
}

/**
 * @param task what the worker does, for the sentence about its crash: "computes the features".
 * @param onCrash told before anything under way rejects; not told of `end`.
 */
export function remoteWorker<Service>(worker: Worker, task: string, onCrash: () => void): RemoteWorker<Service> {
  const gone = deferred<never>();
  // Nobody may be waiting when the worker ends; that is no unhandled error.
  gone.promise.catch(() => undefined);
  const end = (reason: Error) => {
    worker.terminate();
    gone.reject(reason);
  };
  const crash = (sentence: string) => {
    onCrash();
    end(new WorkerGoneError(sentence));
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const why = event.message.replace(/^Uncaught (Error: )?/, '') || t`it could not be loaded`;
    crash(t`The worker that ${task} stopped (${why}).`);
  });
  worker.addEventListener('messageerror', () =>
    crash(t`The worker that ${task} sent something that could not be read.`),
  );
  return { remote: wrap<Service>(worker), alive: (call) => Promise.race([call, gone.promise]), end };
}
