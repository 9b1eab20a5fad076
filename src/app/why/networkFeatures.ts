import { t } from '@lingui/core/macro';
import { featureWidth } from '../../core/base';
import type { EngineReport } from '../../core/engine';
import { macrotask } from '../../core/macrotask';
import type { Standardiser } from '../../core/standardise';
import { deadLeaves } from '../../core/why/deadLeaves';
import { fixedStandardiser, statisticsPictures } from '../../core/why/fixedStatistics';
import { extractFeatures, type PictureSource } from '../../worker/extraction';
import type { FeatureSource } from '../presentFeatures';
import { FeatureSets, type FeatureOrigin, type OpenSet } from '../featureSets';
import type { PicturePixels } from '../picturePixels';
import { withOwnWorker, type OwnWorkerParts } from './ownWorker';

/** Counted over all pictures, those that were there included. */
type OnProgress = (done: number, total: number) => void;

/** What one network makes of the pictures at the chosen cut. */
interface NetworkFeatures {
  /** [D] by picture hash. */
  readonly features: ReadonlyMap<string, Float32Array>;
  readonly statistics: Standardiser;
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

interface Parts extends OwnWorkerParts {
  readonly pictures: PicturePixels;
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

/** What tells a set of features from others of the same base: as a key, and for people. */
interface Drawn {
  readonly apart: string;
  readonly words: string;
}

const statistics: Drawn = { apart: 'statistics', words: t`statistics` };

export function createNetworkKeeper({ pictures, complain, ...workers }: Parts): NetworkKeeper {
  const sets = new FeatureSets(complain);

  /** What a network gives of `items` at the cut, from storage as far as that has it. */
  async function tapped(
    source: FeatureSource,
    { apart, words }: Drawn,
    randomSeed: number | null,
    items: readonly PictureSource[],
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<OpenSet> {
    const { card, anatomy, cut, revision } = source;
    const report = randomSeed === null ? source.report : onWasm;
    const origin: FeatureOrigin = {
      base: card.id,
      title: `${card.title}, ${words}`,
      revision: `${revision} ${apart} at ${cut.blocks.join('+')}`,
      tap: cut,
      width: featureWidth(anatomy, cut),
    };
    const ids = items.map(({ hash }) => hash);
    const kept = await sets.find(origin, report);
    if (kept && (await sets.fill(kept, ids)) === ids.length) return kept;
    return withOwnWorker(workers, card, report.engine, randomSeed, signal, async (client, started) => {
      const open = sets.of(origin, started.report);
      const already = await sets.fill(open, ids);
      onProgress(already, ids.length);
      const batches = extractFeatures(
        items.filter(({ hash }) => !open.features.has(hash)),
        client,
        {
          tap: cut,
          batchSize: started.report.batch,
          signal,
          onProgress: ({ done }) => onProgress(already + done, ids.length),
        },
      );
      for await (const batch of batches) {
        // A graphics card that was lost gives way to WASM, whose numbers are not the same.
        if (batch.some(({ engine }) => engine !== started.report.engine))
          throw new Error(t`The graphics card failed in the middle of it. Start again.`);
        sets.add(
          open,
          batch.map(({ hash, features }) => [hash, features] as const),
        );
      }
      signal.throwIfAborted();
      return open;
    });
  }

  return {
    async statistics(source, signal, onProgress) {
      return statisticsOf(source, await tapped(source, statistics, null, leaves, signal, onProgress));
    },
    async random(source, hashes, seed, signal, onProgress) {
      const own = hashes.map((hash) => ({ hash, pixels: () => pictures.pixels(hash) }));
      const drawn: Drawn = { apart: `random weights ${seed}`, words: t`random weights ${seed}` };
      const open = await tapped(source, drawn, seed, [...own, ...leaves], signal, onProgress);
      const features = new Map(hashes.map((hash) => [hash, featuresIn(open, hash)] as const));
      return { features, statistics: statisticsOf(source, open) };
    },
  };
}

function featuresIn({ features }: OpenSet, id: string): Float32Array {
  const own = features.get(id);
  if (!own) throw new Error(t`The features of a picture are missing. Start again.`);
  return own;
}

function statisticsOf({ anatomy, cut }: FeatureSource, open: OpenSet): Standardiser {
  const width = featureWidth(anatomy, cut);
  const all = new Float32Array(leafIds.length * width);
  leafIds.forEach((id, row) => all.set(featuresIn(open, id), row * width));
  return fixedStandardiser(all, width);
}
