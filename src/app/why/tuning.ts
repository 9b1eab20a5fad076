import { blockOf, featureWidth, type Tap } from '../../core/base';
import { buildDataset } from '../../core/experiment';
import type { EpochMetrics } from '../../core/metrics';
import type { FrozenDigests } from '../../core/tailPlan';
import { studySettings } from '../../core/why/study';
import { tuningExperiment, tuningProblem, unfrozenBlocks, type TuningResult } from '../../core/why/tuning';
import { extractFeatures } from '../../worker/extraction';
import { planned, type Plan } from '../trialPlanning';
import { NotReady, type RunStudy, type StudyParts } from './parts';
import { holeIn } from './wayData';

/** The head alone, and then the last blocks of the base with it. */
export const runTuning: RunStudy<TuningResult> = async (parts, report, signal) => {
  const plan = await planned(parts.features, parts.store, studySettings);
  if (signal.aborted) return null;
  if (!plan) throw new NotReady();
  const { settings, collection, trials, dataset, source } = plan;
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
    origin: { settings, collection, trials, classes: dataset.classNames.length },
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
    report('Taking the maps that the unfrozen blocks begin with', done, total, null),
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
    report('Starting the base for training', 0, experiment.epochs, null);
    for await (const metrics of client.train(experiment, maps, signal, () => undefined)) {
      history.push(metrics);
      const words = metrics.epoch <= settings.epochs ? 'The head alone, epoch' : 'Fine-tuning, epoch';
      report(words, metrics.epoch, experiment.epochs, soFar());
    }
    if (!signal.aborted) digests = await client.frozenDigests();
    return soFar();
  } finally {
    client.dispose();
  }
};

/** The flattened maps of one block, of all pictures. */
async function mapsAt(
  { base, starter, pictures, store }: StudyParts,
  { source, collection }: Plan,
  block: number,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
) {
  const tap: Tap = { blocks: [block], pooling: 'flatten' };
  const started = await starter.start(source.card, store.getState().settings.engine, signal);
  const hashes = [...new Set(collection.pictures.map(({ hash }) => hash))];
  const maps = new Map<string, Float32Array>();
  const batches = extractFeatures(
    hashes.map((hash) => ({ hash, pixels: () => pictures.pixels(hash) })),
    base,
    { tap, batchSize: started.report.batch, signal, onProgress: ({ done, total }) => onProgress(done, total) },
  );
  for await (const batch of batches) for (const { hash, features } of batch) maps.set(hash, features);
  signal.throwIfAborted();
  const width = featureWidth(source.anatomy, tap);
  if ([...maps.values()].some((own) => own.length !== width)) throw new NotReady();
  return buildDataset(collection, maps);
}
