import { t } from '@lingui/core/macro';
import type { FeatureCut } from '../../core/base';
import { pixelSide } from '../../core/pixelFeatures';
import { buildDataset } from '../../core/experiment';
import { cutsProblem, type CutPoint, type CutsResult } from '../../core/why/cuts';
import { studyExperiment, studySettings } from '../../core/why/study';
import { accuraciesOf } from '../../core/why/ways';
import { planned } from '../trialPlanning';
import { NotReady, type RunStudy } from './parts';
import { trainedToEnd } from './trainedToEnd';
import { holeIn, originOf, rawPixels } from './wayData';

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
  /** By the training side's own statistics, as the blocks. */
  let pixels: readonly number[] | null = null;
  const origin = originOf(plan);
  /** The same object while nothing new came: a chart is drawn again for a new one only. */
  let shown: CutsResult | null = null;
  const soFar = (): CutsResult | null => shown;
  const found = () => {
    shown = { origin, blocks, chosen: cut.blocks.at(-1) ?? 0, points: [...points], pixels };
  };
  const steps = blocks + 1;
  // All at once: pictures and base may change meanwhile.
  const sources = anatomy.blocks.map((_, block) => {
    const at: FeatureCut = { blocks: [block], pooling: settings.pooling };
    return parts.features.source(at);
  });
  const trained = async (numbers: typeof dataset, words: string, done: number) => {
    const experiment = studyExperiment(settings, trials, false);
    let last: readonly number[] | null = null;
    for await (const metrics of trainedToEnd(parts.head, experiment, numbers, signal)) {
      if (metrics.epoch === settings.epochs) last = accuraciesOf(metrics);
      report(words, done, steps, soFar());
    }
    return signal.aborted ? null : last;
  };
  for (const [block, own] of sources.entries()) {
    if (!own) throw new NotReady();
    const numbers = buildDataset(collection, own.features);
    const accuracies = await trained(numbers, t`Blocks, ${blocks} and bare pixels`, block);
    if (!accuracies) return soFar();
    points.push({ block, features: numbers.dimension, accuracies });
    found();
  }
  const numbers = await rawPixels(parts.pictures, collection, pixelSide, signal, () =>
    report(t`Blocks, ${blocks} and bare pixels`, blocks, steps, soFar()),
  );
  pixels = await trained(numbers, t`Blocks, ${blocks} and bare pixels`, blocks);
  if (pixels) found();
  return soFar();
};
