import { group } from 'd3-array';
import type { Collection, Picture, Side } from './collection';
import { shuffle, stream } from './rng';

/** The side of every picture, by picture id. */
export type Split = ReadonlyMap<string, Side>;

/**
 * Splits by class, by group and by seed. Pins are kept; what is free goes to training until the class has its share.
 * It depends on the pictures' ids alone, never on the order in which they arrived.
 *
 * @param trainingShare share of the free pictures of each class that is learned from, in (0, 1).
 */
export function splitCollection(collection: Collection, trainingShare: number, seed: number): Split {
  const sides = new Map<string, Side>();
  const groups = group(collection.pictures, (p) => p.group);
  const give = (key: string, side: Side) => {
    for (const p of groups.get(key) ?? []) sides.set(p.id, side);
  };
  for (const [key, members] of groups) {
    const pin = members.find((p) => p.pin)?.pin;
    if (pin) give(key, pin.side);
  }
  for (const { id: classId } of collection.classes) {
    const members = collection.pictures.filter((p) => p.classId === classId);
    splitClass(members, trainingShare, seed, sides, give);
  }
  return sides;
}

function splitClass(
  members: readonly Picture[],
  trainingShare: number,
  seed: number,
  sides: ReadonlyMap<string, Side>,
  give: (key: string, side: Side) => void,
): void {
  const free = members.filter((p) => !sides.has(p.id));
  if (free.length === 0) return;
  const sizes = new Map<string, number>();
  for (const p of free) sizes.set(p.group, (sizes.get(p.group) ?? 0) + 1);
  const order = shuffle(
    [...sizes.keys()].toSorted((a, b) => (a < b ? -1 : 1)),
    stream(seed, 'split'),
  );
  const has = (side: Side) => members.some((p) => sides.get(p.id) === side);
  const wanted = Math.round(trainingShare * free.length);
  let taken = 0;
  let left = order.length;
  for (const key of order) {
    const size = sizes.get(key) ?? 0;
    // Each side gets at least one picture where that is possible at all.
    const mustTrain = taken === 0 && !has('training') && (left === 1 || order.length > 1);
    const mustValidate = left === 1 && !has('validation') && taken > 0;
    const closer = Math.abs(taken + size - wanted) < Math.abs(taken - wanted);
    const side: Side = mustValidate ? 'validation' : mustTrain || closer ? 'training' : 'validation';
    if (side === 'training') taken += size;
    give(key, side);
    left--;
  }
}

export type Readiness = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Can these pictures be trained on? If not: why, and what to do. */
export function readiness(collection: Collection, split: Split): Readiness {
  if (collection.pictures.length === 0)
    return no('There are no pictures yet. Load the built-in set, or add pictures of at least two kinds of things.');
  if (collection.classes.length < 2)
    return no('There is only one class. Add a second class, so that there is something to tell apart.');
  for (const { id, name } of collection.classes) {
    const members = collection.pictures.filter((p) => p.classId === id);
    if (members.length === 0) return no(`The class “${name}” has no pictures. Add at least two, or delete the class.`);
    if (members.length === 1)
      return no(`The class “${name}” has only one picture. Add another: one to learn from, one to check with.`);
    for (const side of ['training', 'validation'] as const) {
      if (!members.some((p) => split.get(p.id) === side))
        return no(
          `The class “${name}” has no ${side} picture: all of its pictures are kept on the other side. ` +
            `Release one with its pin, or add pictures.`,
        );
    }
  }
  return { ok: true };
}

const no = (reason: string): Readiness => ({ ok: false, reason });

/** How many pictures of the collection, or of one class, are on a side. */
export function countSide(collection: Collection, split: Split, side: Side, classId?: string): number {
  return collection.pictures.filter((p) => split.get(p.id) === side && (classId === undefined || p.classId === classId))
    .length;
}
