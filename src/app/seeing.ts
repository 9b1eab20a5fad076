import { featureWidth, type Anatomy, type FeatureCut } from '../core/base';
import type { FeatureRecord } from '../core/featureRecord';
import type { BaseClient } from '../worker/baseClient';
import type { BaseReady } from '../worker/baseService';
import type { BaseStarter } from './baseStarting';
import type { FeatureKeeper } from './extracting';
import { revisionOf, type Shelf } from './shelf';
import type { LabStore } from './store';

/** The maps that one block makes of a picture. */
export interface BlockMaps {
  /** Width and height, in positions. */
  readonly side: number;
  readonly channels: number;
  /** [side, side, channels] */
  readonly values: Float32Array;
}

/** Sees pictures as heads do that were trained earlier: through their base, cut and pooling. */
export interface Seeing {
  /**
   * Features of new pictures, not standardised.
   *
   * @param pixels RGB bytes [B, 224, 224, 3], B = count. @returns [B, D]
   * @throws Error with a sentence: the base is not here, or is not the one of these heads.
   */
  readonly features: (pixels: Uint8Array, count: number, record: FeatureRecord) => Promise<Float32Array>;
  /** Maps of the cut's blocks, early to late, before they are pooled. @param pixels [224, 224, 3]. @throws as `features`. */
  readonly maps: (pixels: Uint8Array, record: FeatureRecord) => Promise<readonly BlockMaps[]>;
  /** [D] by content hash, of the collection's pictures; null while they are not there, or are of another base. */
  readonly known: (record: FeatureRecord) => ReadonlyMap<string, Float32Array> | null;
}

interface Parts {
  readonly store: LabStore;
  readonly base: Pick<BaseClient, 'extract'>;
  readonly starter: {
    readonly start: (...order: Parameters<BaseStarter['start']>) => Promise<Pick<BaseReady, 'anatomy' | 'digest'>>;
  };
  readonly shelf: Pick<Shelf, 'card'>;
  readonly features: Pick<FeatureKeeper, 'source'>;
}

export function createSeeing({ store, base, starter, shelf, features }: Parts): Seeing {
  /** Its anatomy, once the base runs and is known to be the heads' own. */
  async function started({ id, title, revision }: FeatureRecord): Promise<Anatomy> {
    const { settings } = store.getState();
    const card = shelf.card(id);
    if (settings.base !== id || !card)
      throw new Error(`These heads were trained on the base “${title}”. Choose it again at station 2, then try them.`);
    const { anatomy, digest } = await starter.start(card, settings.engine, new AbortController().signal);
    if (revisionOf(id, digest) !== revision)
      throw new Error(`The files of the base “${title}” have changed since these heads were trained. Train again.`);
    return anatomy;
  }

  return {
    async features(pixels, count, record) {
      const anatomy = await started(record);
      const cut = cutOf(record);
      const { values } = await base.extract(pixels, count, cut);
      if (values.length !== count * featureWidth(anatomy, cut))
        throw new Error('The base gave other features than these heads were trained on. Train again.');
      return values;
    },
    async maps(pixels, record) {
      const anatomy = await started(record);
      const { blocks } = cutOf(record);
      const { values } = await base.extract(pixels, 1, { blocks, pooling: 'flatten' });
      let from = 0;
      return blocks.map((at) => {
        const { side, channels } = anatomy.blocks[at] ?? { side: 0, channels: 0 };
        const own = values.subarray(from, from + side * side * channels);
        from += own.length;
        return { side, channels, values: own };
      });
    },
    known(record) {
      const source = features.source(cutOf(record));
      if (source?.card.id !== record.id || source.revision !== record.revision) return null;
      if (store.getState().settings.pooling !== record.pooling) return null;
      // Flattened maps are there for the chosen cut alone.
      if (record.pooling === 'flatten' && String(features.source()?.cut.blocks) !== String(source.cut.blocks))
        return null;
      return [...source.features.values()].every((own) => own.length === record.features) ? source.features : null;
    },
  };
}

/** @throws RangeError for a record without one or two blocks. */
export function cutOf({ blocks, pooling }: FeatureRecord): FeatureCut {
  const [first, second] = blocks.map(({ number }) => number - 1);
  if (first === undefined) throw new RangeError('The record names no block.');
  return { blocks: second === undefined ? [first] : [first, second], pooling };
}
