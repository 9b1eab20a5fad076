import { t } from '@lingui/core/macro';
import type { Collection } from '../../core/collection';
import { trainsTheSame, type Settings } from '../../core/settings';
import type { LabState } from '../store';

/** What a set-up's run is about. A run of something else does not answer its question. */
export interface Asked {
  /** The built-in set; null: the learner's own pictures. */
  readonly sample: string | null;
  /** The pictures. Null: those of the built-in set, which are still to come. */
  readonly collection: Collection | null;
  readonly settings: Settings;
}

/** With the pictures that are there now; null: they are others by now. */
export function askedOf(
  asked: Asked,
  { sample, collection }: Pick<LabState, 'sample' | 'collection'>,
): (Asked & { readonly collection: Collection }) | null {
  const isIt = asked.collection === null ? sample === asked.sample : collection === asked.collection;
  return isIt ? { ...asked, collection } : null;
}

/** Whether a run was of these settings. Which engine computes it is the machine's affair. */
export const isAsSet = ({ settings }: Asked, ran: Settings): boolean =>
  trainsTheSame({ ...ran, engine: settings.engine }, settings);

/** How a run ends whose settings or pictures are not those that were asked about. */
export const changedEnd = () => ({
  ok: false as const,
  reason: t`Settings or pictures were changed on the way, so this run does not answer the question. Run it again when you like.`,
});
