import type { Collection, PictureClass } from './collection';

/**
 * The highest number that a class of this collection has or had. Trained heads know classes by their ids, so that an id
 * is given once only: a new class is never taken for one that was deleted. 0: there never was one.
 */
export const highestClass = ({ classes, lastClass = 0 }: Pick<Collection, 'classes' | 'lastClass'>): number =>
  Math.max(lastClass, ...classes.map(({ id }) => numberOf(id)));

/** An id that no class has or had. */
export const freeClassId = (collection: Collection): string => `class-${highestClass(collection) + 1}`;

/**
 * The same collection, which gives its next class none of these ids: those that trained heads know. What was undone may
 * have taken the numbers of their classes back.
 */
export function withClassesTaken(collection: Collection, taken: readonly Pick<PictureClass, 'id'>[]): Collection {
  const highest = Math.max(0, ...taken.map(({ id }) => numberOf(id)));
  return highest > highestClass(collection) ? { ...collection, lastClass: highest } : collection;
}

/** "class-12" -> 12. Ids of another kind, from elsewhere, are no number's. */
const numberOf = (id: string): number => Number(/^class-(\d{1,9})$/.exec(id)?.[1] ?? 0);
