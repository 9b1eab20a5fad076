import type { Dataset, Experiment } from '../core/experiment';
import type { HeadEngineReport } from '../core/engine';
import type { EpochMetrics } from '../core/metrics';
import type { HeadService } from './headService';
import { remoteWorker, type RemoteWorker } from './remoteWorker';

export interface HeadClient {
  /** The contract `Train`, across a worker that is made when it is first needed and made anew after a crash. */
  readonly train: (
    experiment: Experiment,
    dataset: Dataset,
    signal: AbortSignal,
    onEngine: (report: HeadEngineReport) => void,
  ) => AsyncIterable<EpochMetrics>;
  /** How many tensors the worker holds; 0 before it is made. */
  readonly tensors: () => Promise<number>;
}

/** A worker that does not answer a stop within this hangs, or computes what nobody wants any more. In ms. */
const stopPatience = 2000;

/** @param wasmPath absolute address of the folder with the `.wasm` files, with its last slash. */
export function createHeadClient(makeWorker: () => Worker, wasmPath: string): HeadClient {
  let worker: RemoteWorker<HeadService> | null = null;
  const forget = (gone: RemoteWorker<HeadService>) => {
    if (worker === gone) worker = null;
  };
  const started = () => {
    const made: RemoteWorker<HeadService> = remoteWorker(makeWorker(), 'trains the head', () => forget(made));
    return made;
  };
  /** Stops under way: a new training waits for them, because the worker may have to be ended for them. */
  let stops: Promise<unknown> = Promise.resolve();
  return {
    async *train(experiment, dataset, signal, onEngine) {
      await stops;
      if (signal.aborted) return;
      const current = (worker ??= started());
      const end = (reason: Error) => {
        forget(current);
        current.end(reason);
      };
      const onStop = (stop: Promise<unknown>) => {
        stops = Promise.all([stops, stop]);
      };
      yield* trainRemotely({ ...current, end }, wasmPath, experiment, dataset, signal, onEngine, onStop);
    },
    tensors: async () => (worker ? worker.alive(worker.remote.tensors()) : 0),
  };
}

/**
 * One epoch is computed ahead of the one being looked at, so that the worker never waits for the page.
 * @param onStop told of a stop under way; it never rejects.
 */
async function* trainRemotely(
  { remote, alive, end }: RemoteWorker<HeadService>,
  wasmPath: string,
  experiment: Experiment,
  dataset: Dataset,
  signal: AbortSignal,
  onEngine: (report: HeadEngineReport) => void,
  onStop: (stop: Promise<unknown>) => void,
): AsyncGenerator<EpochMetrics> {
  const opened = alive(remote.open(experiment, dataset, wasmPath));
  let stopping: Promise<unknown> | null = null;
  const stop = () => {
    if (!stopping) {
      stopping = within(stopPatience, async () => alive(remote.stop((await opened).id)), end);
      onStop(stopping);
    }
    return stopping;
  };
  const onAbort = () => void stop();
  signal.addEventListener('abort', onAbort);
  const next = (id: number) => {
    const epoch = alive(remote.next(id));
    // Asked for ahead of time, so it may fail before anyone waits for it; awaiting it reports the failure.
    epoch.catch(() => undefined);
    return epoch;
  };
  try {
    const { id, report } = await opened;
    if (signal.aborted) return;
    onEngine(report);
    let ahead = next(id);
    while (!signal.aborted) {
      const metrics = await ahead;
      if (!metrics || signal.aborted) return;
      ahead = next(id);
      yield metrics;
    }
  } catch (error) {
    // A worker that was ended because it did not stop is a normal end.
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await stop();
  }
}

/** Does the work, whether it succeeds or fails; gives up after so many milliseconds. Never rejects. */
async function within(
  milliseconds: number,
  work: () => Promise<unknown>,
  giveUp: (reason: Error) => void,
): Promise<void> {
  const timer = setTimeout(() => giveUp(new Error('The worker that trains the head did not stop.')), milliseconds);
  try {
    await work();
  } catch {
    // It is gone or was never opened: there is nothing to stop.
  } finally {
    clearTimeout(timer);
  }
}
