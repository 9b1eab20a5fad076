import { transfer } from 'comlink';
import type { Checkpoint } from '../core/checkpoint';
import type { TrainedEpoch } from '../core/train';
import type { Dataset, Experiment } from '../core/experiment';
import type { Engine, HeadEngineReport } from '../core/engine';
import type { FrozenDigests, TailPlan } from '../core/tailPlan';
import type { BaseRequest } from './baseService';

/** What a fine-tuning needs besides the dataset: the base whose last blocks are unfrozen. */
export interface TailOrder extends Pick<BaseRequest, 'source' | 'randomSeed' | 'baseUrl'> {
  readonly plan: TailPlan;
}

export interface HeadRequest {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  /** Absolute address of the folder with the `.wasm` files, with its last slash. */
  readonly wasmPath: string;
  /** Where an earlier worker got to; null: the start. */
  readonly from: Checkpoint | null;
  /** Engines that failed in this training. */
  readonly without: readonly Engine[];
  /** For the worker that fine-tunes, and for no other. */
  readonly tail?: TailOrder;
}

/**
 * What the head's worker does; the client calls it across threads. One training at a time. `open` and `next` throw an
 * Error named `engineLostName` when the graphics card failed under the training; the worker is then of no use.
 */
export interface HeadService {
  /** Measures the engines, gets the training ready and answers its id. An earlier training ends. */
  readonly open: (request: HeadRequest) => Promise<{ readonly id: number; readonly report: HeadEngineReport }>;
  /** Trains one epoch. Null when the training is over: all epochs done, stopped, or replaced by another. */
  readonly next: (id: number) => Promise<TrainedEpoch | null>;
  readonly stop: (id: number) => Promise<void>;
  /** How many tensors TensorFlow.js holds in the worker. */
  readonly tensors: () => Promise<number>;
  /** What stays frozen of the base in the training opened last, hashed anew at each call; null: there is no base. */
  readonly frozenDigests: () => Promise<FrozenDigests | null>;
}

/** What the service is made of. */
export interface HeadParts {
  readonly train: (request: HeadRequest, signal: AbortSignal) => AsyncIterable<TrainedEpoch>;
  /** Sets the engine. */
  readonly prepare: (request: HeadRequest) => Promise<HeadEngineReport>;
  /** The result of work on the engine, unless the engine fails under it. */
  readonly guarded: <T>(work: Promise<T>) => Promise<T>;
  readonly tensors: () => number;
  /** Where there is a base. */
  readonly frozenDigests?: () => Promise<FrozenDigests | null>;
}

interface Session {
  readonly id: number;
  readonly controller: AbortController;
  readonly epochs: AsyncIterator<TrainedEpoch>;
}

export function createHeadService({ train, prepare, guarded, tensors, frozenDigests }: HeadParts): HeadService {
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
    open(request) {
      session?.controller.abort();
      return queued(async () => {
        await end();
        const report = await guarded(prepare(request));
        const controller = new AbortController();
        const id = ++ids;
        session = { id, controller, epochs: train(request, controller.signal)[Symbol.asyncIterator]() };
        return { id, report };
      });
    },
    async next(id) {
      if (session?.id !== id) return null;
      const result = await guarded(session.epochs.next());
      return result.done ? null : sent(result.value);
    },
    async stop(id) {
      if (session?.id !== id) return;
      session.controller.abort();
      await queued(async () => {
        if (session?.id === id) await end();
      });
    },
    tensors: () => Promise.resolve(tensors()),
    frozenDigests: () => (frozenDigests ? guarded(frozenDigests()) : Promise.resolve(null)),
  };
}

/** A checkpoint is handed over, not copied: nobody here needs it any more. */
function sent(epoch: TrainedEpoch): TrainedEpoch {
  const { checkpoint } = epoch;
  if (!checkpoint) return epoch;
  const { parameters, firstMoments, secondMoments, steps } = checkpoint;
  return transfer(
    epoch,
    [parameters, firstMoments, secondMoments, steps].map((values) => values.buffer),
  );
}
