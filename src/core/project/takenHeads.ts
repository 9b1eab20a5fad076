import type { Collection } from '../collection';
import type { TrainedHeads } from '../heads/trainedHeads';
import type { ProjectManifest } from './projectManifest';

/** What is known of another project's pictures and classes once they came into ours. */
interface CameIn {
  readonly theirs: Pick<ProjectManifest, 'id' | 'pictures'>;
  readonly ours: Collection;
  /** Our class by the id of theirs; those that were left out have none. */
  readonly homes: ReadonlyMap<string, string>;
}

/**
 * Heads of another project as they come into ours: they know pictures and classes by our ids. What did not come in has an id
 * that is none of ours.
 *
 * @returns null where two of their classes came into one of ours: an answer could not be told from the other.
 */
export function takenHeads(heads: TrainedHeads, { theirs, ours, homes }: CameIn): TrainedHeads | null {
  const foreign = (id: string) => `${theirs.id}.${id}`.slice(-100);
  const classes = heads.classes.map((one) => ({ ...one, id: homes.get(one.id) ?? foreign(one.id) }));
  if (new Set(classes.map(({ id }) => id)).size < classes.length) return null;
  const idOf = new Map(ours.pictures.map(({ hash, classId, id }) => [contentOf(classId, hash), id]));
  const theirPicture = new Map(theirs.pictures.map((picture) => [picture.id, picture]));
  const here = heads.pictureIds.map((own) => {
    const picture = theirPicture.get(own);
    return picture && idOf.get(contentOf(homes.get(picture.classId) ?? '', picture.hash));
  });
  const taken = new Set(here);
  // An id is made of the content: one of ours that is the same is the same picture.
  const pictureIds = heads.pictureIds.map((own, row) => here[row] ?? (taken.has(own) ? foreign(own) : own));
  return { ...heads, classes, pictureIds };
}

const contentOf = (classId: string, hash: string) => `${classId} ${hash}`;
