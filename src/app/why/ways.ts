import { t } from '@lingui/core/macro';
import type { EpochMetrics } from '../../core/metrics';
import { studySettings } from '../../core/why/study';
import type { WayId, WayLine, WaysResult } from '../../core/why/ways';
import { wayNames } from '../../ui/why/wayNames';
import { planned } from '../trialPlanning';
import { NotReady, type RunStudy } from './parts';
import { trainedToEnd } from './trainedToEnd';
import { holeIn, originOf, wayData } from './wayData';

/** From the quickest to the one that takes longest, so that there is soon something to compare with. */
const order = ['pretrained', 'pixels', 'random', 'scratch'] as const satisfies readonly WayId[];

/** The same pictures, splits, epochs and batches, learned from in four ways. */
export const runWays: RunStudy<WaysResult> = async (parts, report, signal) => {
  const plan = await planned(parts.features, parts.store, studySettings);
  if (signal.aborted) return null;
  if (!plan) throw new NotReady();
  const hole = holeIn(plan.trials, plan.dataset);
  if (hole !== null) throw new Error(hole);
  const { settings, trials } = plan;
  const origin = originOf(plan);
  const lines: WayLine[] = [];
  /** The same object while nothing new came: a chart is drawn again for a new one only. */
  let shown: WaysResult | null = null;
  const soFar = (): WaysResult | null => shown;
  for (const way of order) {
    const data = await wayData(way, parts, plan, signal, (what, done, total) => report(what, done, total, soFar()));
    if (signal.aborted) return soFar();
    const { trainable, frozen, preparing } = data;
    const history: EpochMetrics[] = [];
    report(t`Training, ${wayNames[way].said}, epoch`, 0, settings.epochs, soFar());
    let startedAt = performance.now();
    const line = (): WayLine => ({
      way,
      trainable,
      frozen,
      preparing,
      training: (performance.now() - startedAt) / 1000,
      history: [...history],
    });
    const epochs = trainedToEnd(data.client, data.experiment(trials), data.dataset, signal, () => {
      // Making a worker and measuring engines is no training.
      startedAt = performance.now();
    });
    for await (const metrics of epochs) {
      history.push(metrics);
      report(t`Training, ${wayNames[way].said}, epoch`, metrics.epoch, settings.epochs, {
        origin,
        lines: [...lines, line()],
      });
    }
    if (history.length > 0) {
      lines.push(line());
      shown = { origin, lines: [...lines] };
    }
    if (signal.aborted) return soFar();
  }
  return soFar();
};
