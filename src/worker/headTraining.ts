import { t } from '@lingui/core/macro';
import type { TrainedEpoch } from '../core/train';
import type { HeadEngineReport } from '../core/engine';
import { engineLostName } from './baseService';
import type { HeadRequest, HeadService } from './headService';
import type { RemoteWorker } from './remoteWorker';

/** A worker that does not answer a stop within this hangs, or computes what nobody wants any more. In ms. */
const stopPatience = 2000;

/**
 * A training in one worker. One epoch is computed ahead of the one being looked at, so that the worker never waits for
 * the page.
 * @param onStop told of a stop under way; it never rejects.
 */
export async function* trainRemotely(
  { remote, alive, end }: RemoteWorker<HeadService>,
  request: HeadRequest,
  signal: AbortSignal,
  onStop: (stop: Promise<unknown>) => void,
  onEngine: (report: HeadEngineReport) => void,
): AsyncGenerator<TrainedEpoch> {
  const opened = alive(remote.open(request));
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
      const epoch = await ahead;
      if (!epoch || signal.aborted) return;
      ahead = next(id);
      yield epoch;
    }
  } catch (error) {
    // It waits for its graphics card and would not answer a stop.
    if (isEngineLost(error)) end(error);
    // A worker that was ended because it did not stop is a normal end.
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await stop();
  }
}

/** Whether the graphics card failed under the work, rather than the work itself. */
export const isEngineLost = (error: unknown): error is Error => error instanceof Error && error.name === engineLostName;

/** Does the work, whether it succeeds or fails; gives up after so many milliseconds. Never rejects. */
async function within(
  milliseconds: number,
  work: () => Promise<unknown>,
  giveUp: (reason: Error) => void,
): Promise<void> {
  const timer = setTimeout(() => giveUp(new Error(t`The worker that trains the head did not stop.`)), milliseconds);
  try {
    await work();
  } catch {
    // It is gone or was never opened: there is nothing to stop.
  } finally {
    clearTimeout(timer);
  }
}
