import { featuresAt, featureWidth, tapFor, type Tap } from '../../core/base';
import type { EngineChoice, EngineReport } from '../../core/engine';
import { macrotask } from '../../core/macrotask';
import type { Standardiser } from '../../core/standardise';
import { deadLeaves } from '../../core/why/deadLeaves';
import { fixedStandardiser, statisticsPictures } from '../../core/why/fixedStatistics';
import type { BaseClient, StartedBase } from '../../worker/baseClient';
import { extractFeatures, type PictureSource } from '../../worker/extraction';
import type { BaseStarter } from '../baseStarting';
import type { FeatureSource } from '../extracting';
import { FeatureSets, type FeatureOrigin, type OpenSet } from '../featureSets';
import type { PicturePixels } from '../picturePixels';

/** Counted over the pictures that are still to be seen. */
type OnProgress = (done: number, total: number) => void;

/** What one network makes of the pictures at the chosen cut. */
interface NetworkFeatures {
  /** [D] by picture hash. */
  readonly features: ReadonlyMap<string, Float32Array>;
  readonly statistics: Standardiser;
  /** Null: all of it was kept from before. */
  readonly seconds: number | null;
}

/** Features that the comparison does not need: of pictures of nothing, and of networks that were never trained. */
export interface NetworkKeeper {
  /** Of the pretrained base, whose features of the learner's pictures are there. */
  readonly statistics: (source: FeatureSource, signal: AbortSignal, onProgress: OnProgress) => Promise<Standardiser>;
  /**
   * Of the same network with random weights. On WASM: they reach sizes that 16-bit graphics cards cannot hold.
   * @param seed the same one gives the same network.
   */
  readonly random: (
    source: FeatureSource,
    hashes: readonly string[],
    seed: number,
    signal: AbortSignal,
    onProgress: OnProgress,
  ) => Promise<NetworkFeatures>;
}

interface Parts {
  readonly base: BaseClient;
  readonly starter: BaseStarter;
  readonly makeTrial: () => BaseClient;
  readonly pictures: PicturePixels;
  /** The choice that the base runs with: another would replace its workers. */
  readonly engine: () => EngineChoice;
  readonly complain: (sentence: string) => void;
}

const leafIds = Array.from({ length: statisticsPictures }, (_, index) => `dead leaves@1 ${index}`);

/** Each is drawn in a turn of its own, so that the page stays fluid. */
const leaves: readonly PictureSource[] = leafIds.map((hash, index) => ({
  hash,
  pixels: async () => {
    await macrotask();
    return deadLeaves(index, 224);
  },
}));

/** Engine reports of WASM are alike as far as features go. */
const onWasm: EngineReport = { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 8 };

export function createNetworkKeeper({ base, starter, makeTrial, pictures, engine, complain }: Parts): NetworkKeeper {
  const sets = new FeatureSets(complain);

  /** What `items` give, from storage as far as that has them. */
  async function tapped(
    origin: FeatureOrigin,
    known: EngineReport,
    items: readonly PictureSource[],
    start: () => Promise<{ readonly client: BaseClient; readonly started: StartedBase }>,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<{ readonly open: OpenSet; readonly seconds: number | null }> {
    const ids = items.map(({ hash }) => hash);
    const kept = await sets.find(origin, known);
    if (kept && (await sets.fill(kept, ids)) === ids.length) return { open: kept, seconds: null };
    const { client, started } = await start();
    const open = sets.of(origin, started.report);
    const already = await sets.fill(open, ids);
    const from = performance.now();
    const missing = items.filter(({ hash }) => !open.features.has(hash));
    onProgress(already, ids.length);
    const batches = extractFeatures(missing, client, {
      tap: origin.tap,
      batchSize: started.report.batch,
      signal,
      onProgress: ({ done }) => onProgress(already + done, ids.length),
    });
    for await (const batch of batches)
      sets.add(
        open,
        batch.map(({ hash, features }) => [hash, features] as const),
      );
    signal.throwIfAborted();
    return { open, seconds: (performance.now() - from) / 1000 };
  }

  const originOf = ({ card, anatomy, cut, revision }: FeatureSource, apart: string): FeatureOrigin => {
    const tap = tapFor(anatomy, cut);
    return {
      base: card.id,
      title: `${card.title}, ${apart}`,
      revision: `${revision} ${apart}`,
      tap,
      width: featureWidth(anatomy, tap),
    };
  };

  return {
    async statistics(source, signal, onProgress) {
      const origin = originOf(source, 'statistics');
      const { open } = await tapped(
        origin,
        source.report,
        leaves,
        async () => ({ client: base, started: await starter.start(source.card, engine(), signal) }),
        signal,
        onProgress,
      );
      return statisticsOf(source, origin.tap, open);
    },
    async random(source, hashes, seed, signal, onProgress) {
      const origin = originOf(source, `random weights ${seed}`);
      const client = makeTrial();
      try {
        const own = hashes.map((hash) => ({ hash, pixels: () => pictures.pixels(hash) }));
        const { open, seconds } = await tapped(
          origin,
          onWasm,
          [...own, ...leaves],
          async () => {
            const order = { ...(await starter.orderOf(source.card, 'wasm')), randomSeed: seed };
            return { client, started: await client.start(order, { signal }) };
          },
          signal,
          onProgress,
        );
        const features = new Map(hashes.map((hash) => [hash, atCut(source, origin.tap, open, hash)] as const));
        return { features, statistics: statisticsOf(source, origin.tap, open), seconds };
      } finally {
        client.dispose();
      }
    },
  };
}

function atCut({ anatomy, cut }: FeatureSource, tap: Tap, { features }: OpenSet, id: string): Float32Array {
  const own = features.get(id);
  if (!own) throw new Error('The features of a picture are missing. Start again.');
  return featuresAt(anatomy, tap, cut, own);
}

function statisticsOf(source: FeatureSource, tap: Tap, open: OpenSet): Standardiser {
  const width = featureWidth(source.anatomy, source.cut);
  const all = new Float32Array(leafIds.length * width);
  leafIds.forEach((id, row) => all.set(atCut(source, tap, open, id), row * width));
  return fixedStandardiser(all, width);
}
