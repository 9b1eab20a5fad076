import { t } from '@lingui/core/macro';
import { blockOf, featureWidth, type Tap } from '../../core/base';
import { picturesByRow, type Dataset } from '../../core/experiment';
import type { EpochMetrics } from '../../core/metrics';
import type { FrozenDigests } from '../../core/tailPlan';
import { studySettings } from '../../core/why/study';
import { tuningExperiment, tuningProblem, unfrozenBlocks, type TuningResult } from '../../core/why/tuning';
import { extractFeatures } from '../../worker/extraction';
import { planned, type Plan } from '../trialPlanning';
import { NotReady, type RunStudy, type StudyParts } from './parts';
import { withOwnWorker } from './ownWorker';
import { trainedToEnd } from './trainedToEnd';
import { holeIn, originOf } from './wayData';

/** The head alone, and then the last blocks of the base with it. */
export const runTuning: RunStudy<TuningResult> = async (parts, report, signal) => {
  const plan = await planned(parts.features, parts.store, studySettings);
  if (signal.aborted) return null;
  if (!plan) throw new NotReady();
  const { settings, trials, dataset, source } = plan;
  const { anatomy, cut, card } = source;
  const to = cut.blocks.at(-1) ?? 0;
  const unfrozen = unfrozenBlocks(to, settings.unfreeze);
  const from = (unfrozen[0] ?? to) - 1;
  const hole = tuningProblem(anatomy, cut, from, dataset.labels.length) ?? holeIn(trials, dataset);
  if (hole !== null) throw new Error(hole);
  const experiment = tuningExperiment(settings, trials);
  const started = performance.now();
  const history: EpochMetrics[] = [];
  let digests: FrozenDigests | null = null;
  const upTo = (block: number) => blockOf(anatomy, block).parameters;
  const soFar = (): TuningResult => ({
    origin: originOf(plan),
    experiment,
    frozenEpochs: settings.epochs,
    unfrozen,
    trainable: upTo(to) - upTo(from),
    frozen: upTo(from),
    history: [...history],
    digests,
    seconds: (performance.now() - started) / 1000,
  });
  const maps = await mapsAt(parts, plan, from, signal, (done, total) =>
    report(t`Taking the maps that the unfrozen blocks begin with`, done, total, null),
  );
  if (signal.aborted) return null;
  const { source: files } = await parts.starter.orderOf(card, 'wasm');
  const client = parts.makeTuning({
    plan: {
      from,
      to,
      pooling: cut.pooling,
      frozenEpochs: settings.epochs,
      tuningRate: settings.lr * settings.tuneRate,
    },
    source: files,
    randomSeed: null,
    baseUrl: document.baseURI,
  });
  try {
    report(t`Starting the base for training`, 0, experiment.epochs, null);
    for await (const metrics of trainedToEnd(client, experiment, maps, signal)) {
      history.push(metrics);
      const isTuning = metrics.epoch > settings.epochs;
      if (isTuning) report(t`Fine-tuning, epoch`, metrics.epoch - settings.epochs, settings.tuneEpochs, soFar());
      else report(t`The head alone, epoch`, metrics.epoch, settings.epochs, soFar());
    }
    if (!signal.aborted) digests = await client.frozenDigests();
    return history.length === 0 ? null : soFar();
  } finally {
    client.dispose();
  }
};

/** [N, side * side * channels] the maps of one block. */
async function mapsAt(
  parts: StudyParts,
  { source, collection, dataset }: Plan,
  block: number,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Dataset> {
  const tap: Tap = { blocks: [block], pooling: 'flatten' };
  const rows = picturesByRow(collection);
  const dimension = featureWidth(source.anatomy, tap);
  const features = new Float32Array(rows.length * dimension);
  await withOwnWorker(parts, source.card, source.report.engine, null, signal, async (client, { report }) => {
    const items = rows.map(({ hash }) => ({ hash, pixels: () => parts.pictures.pixels(hash) }));
    let row = 0;
    const batches = extractFeatures(items, client, {
      tap,
      batchSize: report.batch,
      signal,
      onProgress: ({ done, total }) => onProgress(done, total),
    });
    for await (const batch of batches) for (const own of batch) features.set(own.features, row++ * dimension);
  });
  signal.throwIfAborted();
  return { ...dataset, features, dimension };
}
