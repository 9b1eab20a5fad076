import type { Dataset, Experiment } from '../core/experiment';
import type { HeadEngineReport } from '../core/engine';
import type { EpochMetrics, Train } from '../core/metrics';

/** What the head's worker does; the client calls it across threads. One training at a time. */
export interface HeadService {
  /** Measures the engines, gets the training ready and answers its id. An earlier training ends. */
  readonly open: (
    experiment: Experiment,
    dataset: Dataset,
    wasmPath: string,
  ) => Promise<{ readonly id: number; readonly report: HeadEngineReport }>;
  /** Trains one epoch. Null when the training is over: all epochs done, stopped, or replaced by another. */
  readonly next: (id: number) => Promise<EpochMetrics | null>;
  readonly stop: (id: number) => Promise<void>;
  /** How many tensors TensorFlow.js holds in the worker. */
  readonly tensors: () => Promise<number>;
}

interface Session {
  readonly id: number;
  readonly controller: AbortController;
  readonly epochs: AsyncIterator<EpochMetrics>;
}

/** @param prepare sets the engine. The rest is any implementation of the contract. */
export function createHeadService(
  train: Train,
  prepare: (experiment: Experiment, dataset: Dataset, wasmPath: string) => Promise<HeadEngineReport>,
  tensors: () => number,
): HeadService {
  let session: Session | null = null;
  let ids = 0;

  let queue: Promise<unknown> = Promise.resolve();
  /** One after the other: there is one engine, and measuring it beside a training would disturb both. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  const end = async () => {
    const ended = session;
    session = null;
    ended?.controller.abort();
    // A generator queues this behind an epoch that is under way, so that its tensors are gone when it resolves.
    await ended?.epochs.return?.();
  };

  return {
    open(experiment, dataset, wasmPath) {
      session?.controller.abort();
      return queued(async () => {
        await end();
        const report = await prepare(experiment, dataset, wasmPath);
        const controller = new AbortController();
        const id = ++ids;
        session = { id, controller, epochs: train(experiment, dataset, controller.signal)[Symbol.asyncIterator]() };
        return { id, report };
      });
    },
    async next(id) {
      if (session?.id !== id) return null;
      const result = await session.epochs.next();
      return result.done ? null : result.value;
    },
    async stop(id) {
      if (session?.id !== id) return;
      session.controller.abort();
      await queued(async () => {
        if (session?.id === id) await end();
      });
    },
    tensors: () => Promise.resolve(tensors()),
  };
}
