import { min } from 'd3-array';
import { studySettings, type Origin } from '../../core/why/study';
import { sizesUpTo, type SizePoint, type SizesResult } from '../../core/why/sizes';
import { accuraciesOf, type WayId } from '../../core/why/ways';
import { planned, planTrials, type Plan } from '../trialPlanning';
import { NotReady, type RunStudy } from './parts';
import { holeIn, wayData, type WayData } from './wayData';

const ways = ['pretrained', 'pixels', 'random', 'scratch'] as const satisfies readonly WayId[];

const words = {
  pretrained: 'pretrained base',
  random: 'random networks',
  scratch: 'from scratch',
  pixels: 'bare pixels',
} as const;

/** Each way with few pictures and with many: of each seed the same ones, a smaller number always part of a larger. */
export const runSizes: RunStudy<SizesResult> = async (parts, report, signal) => {
  const plan = await planned(parts.features, parts.store, (settings) => ({ ...studySettings(settings), perClass: 0 }));
  if (signal.aborted) return null;
  if (!plan) throw new NotReady();
  const { settings, collection, trials, dataset } = plan;
  const hole = holeIn(trials, dataset);
  if (hole !== null) throw new Error(hole);
  const origin: Origin = { settings, collection, trials, classes: dataset.classNames.length };
  const sizes = sizesUpTo(smallestClass(plan));
  const points: SizePoint[] = [];
  const soFar = (): SizesResult => ({ origin, sizes, points: [...points] });
  const ready: WayData[] = [];
  for (const way of ways) {
    ready.push(await wayData(way, parts, plan, signal, (what, done, total) => report(what, done, total, soFar())));
    if (signal.aborted) return soFar();
  }
  // By the pictures that are learned from, which is what the time goes with.
  const total = ways.length * sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const perClass of sizes) {
    const own = await planTrials({ ...settings, perClass }, collection, dataset);
    for (const { way, client, experiment, dataset: numbers } of ready) {
      const what = `${perClass} ${perClass === 1 ? 'picture' : 'pictures'} per class, ${words[way]}`;
      let accuracies: readonly number[] | null = null;
      for await (const metrics of client.train(experiment(own), numbers, signal, () => undefined)) {
        report(what, done + Math.floor((perClass * metrics.epoch) / settings.epochs), total, soFar());
        if (metrics.epoch === settings.epochs) accuracies = accuraciesOf(metrics);
      }
      if (signal.aborted || !accuracies) return soFar();
      done += perClass;
      points.push({ way, perClass, accuracies });
      report(what, done, total, soFar());
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
