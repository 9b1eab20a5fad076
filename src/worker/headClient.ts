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

/** @param wasmPath absolute address of the folder with the `.wasm` files, with its last slash. */
export function createHeadClient(makeWorker: () => Worker, wasmPath: string): HeadClient {
  let worker: RemoteWorker<HeadService> | null = null;
  const started = () => {
    worker ??= remoteWorker<HeadService>(makeWorker(), 'trains the head', () => {
      worker = null;
    });
    return worker;
  };
  return {
    train: (experiment, dataset, signal, onEngine) =>
      trainRemotely(started(), wasmPath, experiment, dataset, signal, onEngine),
    tensors: async () => (worker ? worker.alive(worker.remote.tensors()) : 0),
  };
}

/** One epoch is computed ahead of the one being looked at, so that the worker never waits for the page. */
export async function* trainRemotely(
  { remote, alive }: Pick<RemoteWorker<HeadService>, 'remote' | 'alive'>,
  wasmPath: string,
  experiment: Experiment,
  dataset: Dataset,
  signal: AbortSignal,
  onEngine: (report: HeadEngineReport) => void,
): AsyncGenerator<EpochMetrics> {
  const { id, report } = await alive(remote.open(experiment, dataset, wasmPath));
  const stop = () => alive(remote.stop(id)).catch(() => undefined);
  const onAbort = () => void stop();
  signal.addEventListener('abort', onAbort);
  const next = () => {
    const epoch = alive(remote.next(id));
    // Asked for ahead of time, so it may fail before anyone waits for it; awaiting it reports the failure.
    epoch.catch(() => undefined);
    return epoch;
  };
  try {
    onEngine(report);
    let ahead = next();
    while (!signal.aborted) {
      const metrics = await ahead;
      if (!metrics || signal.aborted) return;
      ahead = next();
      yield metrics;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await stop();
  }
}
