import { t } from '@lingui/core/macro';
import { min } from 'd3-array';
import { studySettings } from '../../core/why/study';
import { sizesUpTo, type SizePoint, type SizesResult } from '../../core/why/sizes';
import { accuraciesOf, type WayId } from '../../core/why/ways';
import { wayNames } from '../../ui/why/wayNames';
import { planned, planTrials, type Plan } from '../trialPlanning';
import { NotReady, type RunStudy } from './parts';
import { trainedToEnd } from './trainedToEnd';
import { holeIn, originOf, wayData, type WayData } from './wayData';

const ways = ['pretrained', 'pixels', 'random', 'scratch'] as const satisfies readonly WayId[];

/** Each way with few pictures and with many: of each seed the same ones, a smaller number always part of a larger. */
export const runSizes: RunStudy<SizesResult> = async (parts, report, signal) => {
  const plan = await planned(parts.features, parts.store, (settings) => ({ ...studySettings(settings), perClass: 0 }));
  if (signal.aborted) return null;
  if (!plan) throw new NotReady();
  const { settings, collection, trials, dataset } = plan;
  const hole = holeIn(trials, dataset);
  if (hole !== null) throw new Error(hole);
  const origin = originOf(plan);
  const sizes = sizesUpTo(smallestClass(plan));
  const points: SizePoint[] = [];
  /** The same object while nothing new came: a chart is drawn again for a new one only. */
  let shown: SizesResult | null = null;
  const soFar = (): SizesResult | null => shown;
  const ready: WayData[] = [];
  for (const way of ways) {
    ready.push(await wayData(way, parts, plan, signal, (what, done, total) => report(what, done, total, soFar())));
    if (signal.aborted) return soFar();
  }
  const total = ways.length * sizes.length;
  for (const perClass of sizes) {
    const own = await planTrials({ ...settings, perClass }, collection, dataset);
    for (const { way, client, experiment, dataset: numbers } of ready) {
      const what = t`Training ${points.length + 1} of ${total}: ${perClass} per class, ${wayNames[way].said}, epoch`;
      let accuracies: readonly number[] | null = null;
      for await (const metrics of trainedToEnd(client, experiment(own), numbers, signal)) {
        report(what, metrics.epoch, settings.epochs, soFar());
        if (metrics.epoch === settings.epochs) accuracies = accuraciesOf(metrics);
      }
      if (signal.aborted || !accuracies) return soFar();
      points.push({ way, perClass, accuracies });
      shown = { origin, sizes, points: [...points] };
    }
  }
  return soFar();
};

/** Training pictures that every class has with every seed. */
function smallestClass({ trials, dataset }: Plan): number {
  const counts = trials.flatMap(({ training }) =>
    dataset.classNames.map((_, label) =>
      training.reduce((sum, row) => sum + (dataset.labels[row] === label ? 1 : 0), 0),
    ),
  );
  return min(counts) ?? 1;
}
