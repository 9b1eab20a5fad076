import { group } from 'd3-array';
import type { Collection, Picture } from './collection';
import { shuffle, stream } from './rng';

/** Pictures that are learned from or watched: those of the locked test set take part in nothing. */
export const learnable = (pictures: readonly Picture[]): readonly Picture[] =>
  pictures.some((p) => p.test) ? pictures.filter((p) => !p.test) : pictures;

/** Pictures that are set aside for the test. */
export const testPictures = (pictures: readonly Picture[]): readonly Picture[] => pictures.filter((p) => p.test);

/**
 * Where a test set is drawn from: pictures that the split decides about, or those that folders keep in validation. Folders
 * that pin everything leave no others, and what was only watched is nearer to new pictures than what was learned from.
 */
export type TestSource = 'split' | 'validation folders';

/** Whether every picture is pinned, and some by a folder of validation pictures. */
export const hasFoldersOnly = (pictures: readonly Picture[]): boolean =>
  pictures.every((p) => p.pin) && pictures.some(isInValidationFolder);

const isInValidationFolder = ({ pin }: Picture) => pin?.by === 'folder' && pin.side === 'validation';

/**
 * Ids of the pictures that are set aside for a test: a share of each class, whole groups, drawn from a seed. Pictures
 * that folders or pins keep on one side stay there, and with them their groups, unless they are the source. Of each class that has enough, at least
 * one picture is drawn; what is left can always be divided into a training and a validation side. A group is drawn where
 * it brings the class nearer to its share; where none does, the smallest one is. Independent of the order of arrival.
 *
 * @param share of each class, in (0, 1).
 * @param seen ids that must not be drawn, with their groups: they were in a test set that has been opened.
 */
export function drawTestSet(
  { classes, pictures }: Collection,
  share: number,
  seed: number,
  seen: ReadonlySet<string> = new Set(),
  source: TestSource = 'split',
): readonly string[] {
  const groups = group(pictures, (p) => p.group);
  const isEligible = source === 'split' ? (p: Picture) => !p.pin : isInValidationFolder;
  return classes.flatMap(({ id }) => {
    const members = pictures.filter((p) => p.classId === id && !p.test);
    const own = group(members, (p) => p.group);
    const kept = new Set(members.map((p) => p.pin?.side));
    // A group that stands in two classes would take pictures from both.
    const isFree = (key: string) => (groups.get(key) ?? []).every((p) => isEligible(p) && p.classId === id && !p.test);
    const free = [...own.keys()].filter(isFree).toSorted();
    const spare =
      source === 'split'
        ? free.length - (kept.has('training') ? 0 : 1) - (kept.has('validation') ? 0 : 1)
        : free.length - 1;
    const unseen = free.filter((key) => (own.get(key) ?? []).every((p) => !seen.has(p.id)));
    const sizeOf = (key: string) => own.get(key)?.length ?? 0;
    const drawn = nearestShare(
      shuffle(unseen, stream(seed, 'test')),
      sizeOf,
      Math.max(1, share * members.length),
      spare,
    );
    return drawn.flatMap((key) => (own.get(key) ?? []).map((p) => p.id));
  });
}

/** Groups in the order given, each where it brings the sum nearer to what is wanted. @param most at most so many. */
function nearestShare(
  order: readonly string[],
  sizeOf: (key: string) => number,
  wanted: number,
  most: number,
): readonly string[] {
  if (most < 1) return [];
  const drawn: string[] = [];
  let sum = 0;
  for (const key of order) {
    if (drawn.length === most) break;
    if (Math.abs(sum + sizeOf(key) - wanted) >= Math.abs(sum - wanted)) continue;
    drawn.push(key);
    sum += sizeOf(key);
  }
  const smallest = order.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  return drawn.length > 0 || smallest === undefined ? drawn : [smallest];
}
