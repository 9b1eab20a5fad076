import { t } from '@lingui/core/macro';
import { featuresAt, featureWidth, type Anatomy, type FeatureCut } from '../core/base';
import type { FeatureRecord } from '../core/featureRecord';
import type { PositionMaps } from '../core/try/activationMap';
import type { BaseClient } from '../worker/baseClient';
import type { BaseReady } from '../worker/baseService';
import type { BaseStarter } from './baseStarting';
import type { FeatureKeeper } from './extracting';
import type { TappedFeatures } from './presentFeatures';
import { revisionOf, type Shelf } from './shelf';
import type { LabStore } from './store';

/** Features of pictures by content hash, [D] each; cut out as they are asked for. */
export interface KnownFeatures {
  readonly has: (hash: string) => boolean;
  readonly get: (hash: string) => Float32Array | undefined;
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
  readonly maps: (pixels: Uint8Array, record: FeatureRecord) => Promise<readonly PositionMaps[]>;
  /** Of the collection's pictures; null while they are not there, or are of another base. Costs nothing by itself. */
  readonly known: (record: FeatureRecord) => KnownFeatures | null;
}

interface Parts {
  readonly store: LabStore;
  readonly base: Pick<BaseClient, 'extract'>;
  readonly starter: {
    readonly start: (...order: Parameters<BaseStarter['start']>) => Promise<Pick<BaseReady, 'anatomy' | 'digest'>>;
  };
  readonly shelf: Pick<Shelf, 'card'>;
  readonly features: Pick<FeatureKeeper, 'tapped'>;
}

export function createSeeing({ store, base, starter, shelf, features }: Parts): Seeing {
  /** Its anatomy, once the base runs and is known to be the heads' own. */
  async function started({ id, title, revision }: FeatureRecord): Promise<Anatomy> {
    const { settings } = store.getState();
    const card = shelf.card(id);
    if (settings.base !== id || !card)
      throw new Error(t`These heads were trained on the base “${title}”. Choose it again at station 2, then try them.`);
    const { anatomy, digest } = await starter.start(card, settings.engine, new AbortController().signal);
    if (revisionOf(id, digest) !== revision)
      throw new Error(t`The files of the base “${title}” have changed since these heads were trained. Train again.`);
    return anatomy;
  }

  /** What was cut out of the tapped features lately, for one cut: whoever asks again is given the same. */
  let taken: { readonly key: string; readonly features: WeakMap<Float32Array, Float32Array> } = {
    key: '',
    features: new WeakMap(),
  };

  return {
    async features(pixels, count, record) {
      const anatomy = await started(record);
      const cut = cutOf(record);
      const { values } = await base.extract(pixels, count, cut);
      if (values.length !== count * featureWidth(anatomy, cut))
        throw new Error(t`The base gave other features than these heads were trained on. Train again.`);
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
      const present = features.tapped();
      // Another base may have fewer blocks: nothing is asked of it.
      if (!present || !areOf(present, record)) return null;
      const { anatomy, tap, tapped } = present;
      const cut = cutOf(record);
      const key = JSON.stringify([record.id, record.revision, cut]);
      if (taken.key !== key) taken = { key, features: new WeakMap() };
      const { features: ready } = taken;
      const isWhole = String(tap.blocks) === String(cut.blocks);
      return {
        has: (hash) => tapped.get(hash) !== undefined,
        get(hash) {
          const all = tapped.get(hash);
          if (!all) return undefined;
          // Flattened, they were taken of this cut alone, and are many.
          if (isWhole) return all;
          const own = ready.get(all) ?? featuresAt(anatomy, tap, cut, all);
          ready.set(all, own);
          return own;
        },
      };
    },
  };
}

/** Whether these are what heads see by that were trained on such features. */
function areOf({ card, revision, anatomy, tap }: TappedFeatures, record: FeatureRecord): boolean {
  if (card.id !== record.id || revision !== record.revision || tap.pooling !== record.pooling) return false;
  const isThere = ({ number, node }: FeatureRecord['blocks'][number]) =>
    anatomy.blocks[number - 1]?.node === node && tap.blocks.some((at) => at === number - 1);
  if (record.blocks.length === 0 || !record.blocks.every(isThere)) return false;
  return featureWidth(anatomy, cutOf(record)) === record.features;
}

/** @throws RangeError for a record without one or two blocks. */
export function cutOf({ blocks, pooling }: FeatureRecord): FeatureCut {
  const [first, second] = blocks.map(({ number }) => number - 1);
  if (first === undefined) throw new RangeError(t`The record names no block.`);
  return { blocks: second === undefined ? [first] : [first, second], pooling };
}
