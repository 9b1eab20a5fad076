import { t } from '@lingui/core/macro';
import type { Checkpoint } from '../core/checkpoint';
import type { Engine, EngineSwitch, HeadEngineReport } from '../core/engine';
import type { Dataset, Experiment } from '../core/experiment';
import type { EpochMetrics } from '../core/metrics';
import type { FrozenDigests } from '../core/tailPlan';
import type { HeadService, TailOrder } from './headService';
import { isEngineLost, trainRemotely } from './headTraining';
import { remoteWorker, WorkerGoneError, type RemoteWorker } from './remoteWorker';

export interface HeadClient {
  /**
   * The contract `Train`, across a worker that is made when it is first needed. When the graphics card is lost or the
   * worker crashes, training goes on in a fresh worker, without WebGL if that was what failed: no epoch is missing and
   * none comes twice.
   *
   * @param onEngine told before the first epoch, and again when the engine or its worker had to change.
   * @param onCheckpoint told of each checkpoint before the epoch that it belongs to is handed over.
   */
  readonly train: (
    experiment: Experiment,
    dataset: Dataset,
    signal: AbortSignal,
    onEngine: (report: HeadEngineReport) => void,
    onCheckpoint?: (checkpoint: Checkpoint) => void,
  ) => AsyncIterable<EpochMetrics>;
  /** How many tensors the worker holds; 0 before it is made. */
  readonly tensors: () => Promise<number>;
}

/** A client that is made for one job and let go of after it. */
export interface HeadJobClient extends HeadClient {
  /**
   * SHA-256 of what stays frozen of the base, when it was loaded and now; null where the worker holds no base.
   * @throws Error when the worker crashed or was ended.
   */
  readonly frozenDigests: () => Promise<FrozenDigests | null>;
  /** Ends the worker, with everything that it holds. Abort a training under way before: it would fail. */
  readonly dispose: () => void;
}

/** What failed twice more is not bad luck: going on would only make the person wait for the same end. */
const mostRecoveries = 2;

/**
 * @param wasmPath absolute address of the folder with the `.wasm` files, with its last slash.
 * @param tail what the worker that fine-tunes has to unfreeze; null for every other worker.
 */
export function createHeadClient(
  makeWorker: () => Worker,
  wasmPath: string,
  tail: TailOrder | null = null,
): HeadJobClient {
  let worker: RemoteWorker<HeadService> | null = null;
  const forget = (gone: RemoteWorker<HeadService>) => {
    if (worker === gone) worker = null;
  };
  const started = () => {
    const made: RemoteWorker<HeadService> = remoteWorker(makeWorker(), t`trains the head`, () => forget(made));
    return made;
  };
  /** The worker there is, or a fresh one. */
  const current = (): RemoteWorker<HeadService> => {
    const own = (worker ??= started());
    const end = (reason: Error) => {
      forget(own);
      own.end(reason);
    };
    return { ...own, end };
  };
  /** Stops under way: a new training waits for them, because the worker may have to be ended for them. */
  let stops: Promise<unknown> = Promise.resolve();
  const onStop = (stop: Promise<unknown>) => {
    stops = Promise.all([stops, stop]);
  };

  return {
    async *train(experiment, dataset, signal, onEngine, onCheckpoint) {
      let done = 0;
      let from: Checkpoint | null = null;
      let engine: Engine | null = null;
      let without: readonly Engine[] = [];
      let switched: EngineSwitch | null = null;
      for (let recoveries = 0; ; recoveries++) {
        await stops;
        if (signal.aborted) return;
        const request = { experiment, dataset, wasmPath, from, without, ...(tail ? { tail } : {}) };
        try {
          const epochs = trainRemotely(current(), request, signal, onStop, (report) => {
            ({ engine } = report);
            onEngine({ ...report, switched });
          });
          for await (const { metrics, checkpoint } of epochs) {
            from = checkpoint ?? from;
            // After a failure the epochs since the checkpoint are computed again; the consumer has seen them.
            if (metrics.epoch <= done) continue;
            done = metrics.epoch;
            if (checkpoint) onCheckpoint?.(checkpoint);
            yield metrics;
          }
          return;
        } catch (error) {
          const failed = failedEngine(error, engine);
          if (failed && done === experiment.epochs) return;
          if (!failed || recoveries === mostRecoveries) throw error;
          if (failed.engine === 'webgl') without = ['webgl'];
          switched = { epoch: done + 1, from: failed.engine, reason: failed.reason.message };
        }
      }
    },
    tensors: async () => (worker ? worker.alive(worker.remote.tensors()) : 0),
    frozenDigests: async () => (worker ? worker.alive(worker.remote.frozenDigests()) : null),
    dispose() {
      worker?.end(new Error(t`The worker is no longer needed.`));
      worker = null;
    },
  };
}

/**
 * The engine that failed with its worker; null: the error is the training's own, and would come again.
 * @param running null before the worker has answered: one that crashes then would crash again.
 */
function failedEngine(
  error: unknown,
  running: Engine | null,
): { readonly engine: Engine; readonly reason: Error } | null {
  if (error instanceof WorkerGoneError) return running && { engine: running, reason: error };
  if (isEngineLost(error)) return { engine: 'webgl', reason: error };
  return null;
}
