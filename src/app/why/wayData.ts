import { t } from '@lingui/core/macro';
import { blockOf } from '../../core/base';
import { buildDataset, gapIn, picturesByRow, type Dataset, type Experiment, type Trial } from '../../core/experiment';
import { featureRecord } from '../../core/featureRecord';
import { headSize } from '../../core/headSize';
import { pixelSide } from '../../core/pixelFeatures';
import { onNetwork, stackedDataset } from '../../core/why/stacked';
import { pixelStandardiser, withStatistics } from '../../core/why/fixedStatistics';
import { scratchParameters, scratchSide } from '../../core/why/scratchShape';
import { studyExperiment, type Origin } from '../../core/why/study';
import type { WayId } from '../../core/why/ways';
import type { HeadClient } from '../../worker/headClient';
import { pixelFeatures } from '../pixelFeatures';
import type { Plan } from '../trialPlanning';
import type { StudyParts } from './parts';

/** One way's numbers for all pictures, and what is trained on them. */
export interface WayData {
  readonly way: WayId;
  readonly dataset: Dataset;
  /** The same trials on this dataset's rows. */
  readonly experiment: (trials: readonly Trial[]) => Experiment;
  readonly client: HeadClient;
  readonly trainable: number;
  readonly frozen: number;
  /** Seconds that turning the pictures into these numbers took just now; little where they were kept from before. */
  readonly preparing: number;
}

/**
 * Each seed has a random network of its own, so that the interval over the seeds covers their choice; above this many the
 * seeds take turns with them.
 */
const mostRandomNetworks = 10;

type OnProgress = (words: string, done: number, total: number) => void;

/** Makes a way's numbers ready. @throws AbortError when stopped. */
export async function wayData(
  way: WayId,
  parts: StudyParts,
  plan: Plan,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<WayData> {
  const startedAt = performance.now();
  const made = await makeData(way, parts, plan, signal, onProgress);
  return { ...made, way, preparing: (performance.now() - startedAt) / 1000 };
}

type Made = Omit<WayData, 'way' | 'preparing'>;

function makeData(
  way: WayId,
  parts: StudyParts,
  plan: Plan,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Made> {
  switch (way) {
    case 'pretrained':
      return pretrained(parts, plan, signal, onProgress);
    case 'random':
      return random(parts, plan, signal, onProgress);
    case 'scratch':
      return scratch(parts, plan, signal, onProgress);
    case 'pixels':
      return pixels(parts, plan, signal, onProgress);
    default:
      return way satisfies never;
  }
}

async function pretrained(
  { networks, head }: StudyParts,
  { source, dataset, settings }: Plan,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Made> {
  const statistics = await networks.statistics(source, signal, (done, total) =>
    onProgress(t`Statistics from pictures of nothing`, done, total),
  );
  return {
    dataset: withStatistics(dataset, statistics),
    experiment: (trials) => studyExperiment(settings, trials, true),
    client: head,
    trainable: headSize(dataset.dimension, settings.hidden, dataset.classNames.length),
    frozen: frozenOf(source),
  };
}

async function random(
  { networks, head }: StudyParts,
  { source, collection, dataset, settings, trials: planned }: Plan,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Made> {
  const pictures = picturesByRow(collection);
  const wanted = Math.min(mostRandomNetworks, settings.seeds);
  const stacked: Dataset[] = [];
  for (let j = 0; j < wanted; j++) {
    // A network is shown only what its seeds learn from or are checked with: of few pictures a class that is a part.
    const rows = planned
      .filter((_, k) => k % wanted === j)
      .flatMap((trial) => [...trial.training, ...trial.validation]);
    const hashes = new Set(rows.flatMap((row) => pictures[row]?.hash ?? []));
    const made = await networks.random(source, [...hashes], settings.seed + j, signal, (done, total) =>
      onProgress(t`Random network ${j + 1} of ${wanted}, pictures with those for its statistics`, done, total),
    );
    // No trial on this network has the other rows.
    const nothing = new Float32Array(dataset.dimension);
    const features = new Map(pictures.map(({ hash }) => [hash, made.features.get(hash) ?? nothing] as const));
    stacked.push(withStatistics(buildDataset(collection, features), made.statistics));
  }
  const N = dataset.labels.length;
  return {
    dataset: stackedDataset(stacked),
    experiment: (trials) =>
      studyExperiment(
        settings,
        trials.map((trial, k) => onNetwork(trial, k % wanted, N, wanted)),
        true,
      ),
    client: head,
    trainable: headSize(dataset.dimension, settings.hidden, dataset.classNames.length),
    frozen: frozenOf(source),
  };
}

async function pixels(
  { pictures, head }: StudyParts,
  { collection, settings }: Plan,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Made> {
  const dataset = await pixelDataset(pictures, collection, pixelSide, signal, onProgress);
  return {
    dataset,
    experiment: (trials) => studyExperiment(settings, trials, true),
    client: head,
    trainable: headSize(dataset.dimension, settings.hidden, dataset.classNames.length),
    frozen: 0,
  };
}

async function scratch(
  { pictures, scratch: client }: StudyParts,
  { collection, settings }: Plan,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Made> {
  const dataset = await pixelDataset(pictures, collection, scratchSide, signal, onProgress);
  return {
    dataset,
    experiment: (trials) => studyExperiment(settings, trials, true),
    client,
    trainable: scratchParameters(dataset.classNames.length),
    frozen: 0,
  };
}

/** All pictures as raw pixels, brought to a common size by fixed statistics. */
async function pixelDataset(
  pictures: StudyParts['pictures'],
  collection: Plan['collection'],
  side: number,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Dataset> {
  return withStatistics(
    await rawPixels(pictures, collection, side, signal, onProgress),
    pixelStandardiser(side * side * 3),
  );
}

/** [N, side * side * 3] in [0, 1]. */
export async function rawPixels(
  pictures: StudyParts['pictures'],
  collection: Plan['collection'],
  side: number,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Dataset> {
  const features = await pixelFeatures(pictures, hashesOf(collection), side, signal, (done, total) =>
    onProgress(t`Reducing pictures to pixels`, done, total),
  );
  return buildDataset(collection, features);
}

/** Each content once. */
const hashesOf = (collection: Plan['collection']): readonly string[] => [
  ...new Set(picturesByRow(collection).map(({ hash }) => hash)),
];

const frozenOf = ({ anatomy, cut }: Plan['source']): number => blockOf(anatomy, cut.blocks.at(-1) ?? 0).parameters;

/** Where a result comes from. */
export const originOf = ({ settings, collection, trials, dataset, source }: Plan): Origin => ({
  settings,
  collection,
  trials,
  classes: dataset.classNames.length,
  base: featureRecord(source.card, source.anatomy, source.cut, source.revision),
  engine: source.report,
});

/** Why these trials cannot be trained; null: they can. */
export const holeIn = (trials: readonly Trial[], dataset: Dataset): string | null =>
  trials.map((trial) => gapIn(trial, dataset)).find((sentence) => sentence !== null) ?? null;
