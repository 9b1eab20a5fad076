import { t } from '@lingui/core/macro';
import { alteredCopies, type AlteredCopy, type Augmentation } from '../core/augmentation';
import { featureWidth, fitCut, tapFor, type Anatomy, type FeatureCut, type Tap } from '../core/base';
import { defaultBlockOf, type BaseCard } from '../core/catalogue';
import type { Collection } from '../core/collection';
import { drawTrial, trainingIdsOf } from '../core/trialDraw';
import { macrotask } from '../core/macrotask';
import type { Settings } from '../core/settings';
import type { PictureSource } from '../worker/extraction';
import type { FeatureOrigin } from './featureSets';
import { messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { LabState } from './store';

/** Which features are wanted now. */
export interface FeaturePlan {
  readonly settings: Settings;
  readonly collection: Collection;
  readonly card: BaseCard;
  readonly augmentation: Augmentation;
  readonly copies: readonly AlteredCopy[];
  /** Hashes of pictures, then ids of copies. */
  readonly ids: readonly string[];
}

export async function planFeatures(
  { settings, collection }: Pick<LabState, 'settings' | 'collection'>,
  card: BaseCard,
): Promise<FeaturePlan> {
  const of = settings.copies > 0 ? await learnedFrom(settings, collection) : new Set<string>();
  const augmentation = { copies: settings.copies, rotation: settings.rotation, of };
  const copies = alteredCopies(collection, augmentation);
  const hashes = new Set(collection.pictures.map((p) => p.hash));
  return { settings, collection, card, augmentation, copies, ids: [...hashes, ...copies.map(({ id }) => id)] };
}

/** Would the present settings ask for the same features of the same pictures? */
export function asksTheSame(a: Settings, b: Settings): boolean {
  return a === b || JSON.stringify(askedFor(a)) === JSON.stringify(askedFor(b));
}

/** What the features follow from. What the seeds draw matters for the copies only, the cut only where it is flattened. */
function askedFor(s: Settings): readonly unknown[] {
  const flat = s.pooling === 'flatten' ? [s.cut, s.join] : [];
  const copies = s.copies > 0 ? [s.copies, s.rotation, s.seed, s.seeds, s.split, s.perClass] : [];
  return [s.base, s.engine, s.pooling, flat, copies];
}

/** The cut that the settings mean on this base. */
export const cutOf = (card: Pick<BaseCard, 'id'>, anatomy: Anatomy, settings: Settings): FeatureCut =>
  fitCut(anatomy, defaultBlockOf(card.id, anatomy), settings).cut;

/** What is taken from the base in one pass, and what tells it apart from what other bases and passes give. */
export function tapOf(
  { settings, card }: FeaturePlan,
  anatomy: Anatomy,
  revision: string,
): { readonly tap: Tap; readonly origin: FeatureOrigin } {
  const tap = tapFor(anatomy, cutOf(card, anatomy, settings));
  return { tap, origin: { base: card.id, title: card.title, revision, tap, width: featureWidth(anatomy, tap) } };
}

/** What the base has yet to see, pictures and copies, in the order of the plan. */
export function missingIn(
  { ids, copies, settings, collection }: FeaturePlan,
  there: ReadonlyMap<string, unknown>,
  pictures: Pick<PicturePixels, 'pixels' | 'copy'>,
): readonly PictureSource[] {
  const copyOf = new Map(copies.map((copy) => [copy.id, copy]));
  return ids
    .filter((id) => !there.has(id))
    .map((hash) => {
      const copy = copyOf.get(hash);
      const pixels = () => (copy ? pictures.copy(copy, settings.rotation) : pictures.pixels(hash));
      return { hash, pixels: () => pixels().catch((error: unknown) => failed(collection, copy?.hash ?? hash, error)) };
    });
}

/** @throws which picture it is, so that it can be deleted. */
function failed({ classes, pictures }: Collection, hash: string, error: unknown): never {
  const picture = pictures.find((one) => one.hash === hash);
  const home = classes.find(({ id }) => id === picture?.classId);
  const [name, className, why] = [picture?.name ?? t`A picture`, home?.name ?? '', messageOf(error)];
  throw new Error(t`“${name}” in “${className}” cannot be read (${why}): delete it, and add it again.`, {
    cause: error,
  });
}

/** Ids of the pictures that some seed learns from; a turn of the event loop for each seed. */
async function learnedFrom(settings: Settings, collection: Collection): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let k = 0; k < settings.seeds; k++) {
    for (const id of trainingIdsOf(drawTrial(settings, settings.seed + k, collection))) ids.add(id);
    await macrotask();
  }
  return ids;
}
