import type { FeatureCut } from '../../core/base';
import { buildDataset } from '../../core/experiment';
import { cutsProblem, type CutPoint, type CutsResult } from '../../core/why/cuts';
import { studyExperiment, studySettings, type Origin } from '../../core/why/study';
import { accuraciesOf } from '../../core/why/ways';
import { planned } from '../trialPlanning';
import { NotReady, type RunStudy } from './parts';
import { holeIn, pixelDataset, pixelSide } from './wayData';

/** A head on every block's features, all out of the one pass that was made over the base; and one on bare pixels. */
export const runCuts: RunStudy<CutsResult> = async (parts, report, signal) => {
  const plan = await planned(parts.features, parts.store, studySettings);
  if (signal.aborted) return null;
  if (!plan) throw new NotReady();
  const { settings, collection, trials, dataset, source } = plan;
  const hole = cutsProblem(settings.pooling) ?? holeIn(trials, dataset);
  if (hole !== null) throw new Error(hole);
  const { anatomy, cut } = source;
  const blocks = anatomy.blocks.length;
  const points: CutPoint[] = [];
  let pixels: readonly number[] | null = null;
  const soFar = (): CutsResult => ({
    origin: { settings, collection, trials, classes: dataset.classNames.length } satisfies Origin,
    blocks,
    chosen: cut.blocks.at(-1) ?? 0,
    points: [...points],
    pixels,
  });
  const steps = blocks + 1;
  const trained = async (numbers: typeof dataset, isStandardised: boolean, words: string, done: number) => {
    const experiment = studyExperiment(settings, trials, isStandardised);
    let last: readonly number[] | null = null;
    for await (const metrics of parts.head.train(experiment, numbers, signal, () => undefined)) {
      if (metrics.epoch === settings.epochs) last = accuraciesOf(metrics);
      report(words, done, steps, soFar());
    }
    return signal.aborted ? null : last;
  };
  for (let block = 0; block < blocks; block++) {
    const at: FeatureCut = { blocks: [block], pooling: settings.pooling };
    const own = parts.features.source(at);
    // Pictures came, or the base was changed.
    if (own?.anatomy !== anatomy) throw new NotReady();
    const numbers = buildDataset(collection, own.features);
    const accuracies = await trained(numbers, false, `Block ${block + 1} of ${blocks}`, block);
    if (!accuracies) return soFar();
    points.push({ block, features: numbers.dimension, accuracies });
  }
  const numbers = await pixelDataset(parts.pictures, collection, pixelSide, signal, (words) =>
    report(words, blocks, steps, soFar()),
  );
  pixels = await trained(numbers, true, 'Bare pixels', blocks);
  return soFar();
};
