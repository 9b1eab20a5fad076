import { t } from '@lingui/core/macro';
import type { Dataset, Experiment } from '../../core/experiment';
import type { EpochMetrics } from '../../core/metrics';
import type { HeadClient } from '../../worker/headClient';

/**
 * The epochs of a training, which ends before its last only where the person stops it.
 *
 * @param onBegin told when the engine is chosen and training begins.
 * @throws Error with a sentence, where something else has taken the worker.
 */
export async function* trainedToEnd(
  client: HeadClient,
  experiment: Experiment,
  dataset: Dataset,
  signal: AbortSignal,
  onBegin: () => void = () => undefined,
): AsyncGenerator<EpochMetrics> {
  let done = 0;
  for await (const metrics of client.train(experiment, dataset, signal, onBegin)) {
    done = metrics.epoch;
    yield metrics;
  }
  if (!signal.aborted && done < experiment.epochs)
    throw new Error(t`Another training took the worker that trains heads. Start again when it is over.`);
}
