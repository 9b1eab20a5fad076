import { select, t } from '@lingui/core/macro';
import { group } from 'd3-array';
import type { Collection, Picture, Side } from './collection';
import { shuffle, stream } from './rng';
import { learnable } from './testSet';

/** The side of every picture, by picture id. */
export type Split = ReadonlyMap<string, Side>;

/**
 * Splits by class, by group and by seed. Pins are kept; what is free goes to training until the class has its share.
 * It depends on the pictures' ids alone, never on the order in which they arrived. Pictures of the test set have no side.
 *
 * @param trainingShare share of the free pictures of each class that is learned from, in (0, 1).
 */
export function splitCollection(collection: Collection, trainingShare: number, seed: number): Split {
  const sides = new Map<string, Side>();
  const pictures = learnable(collection.pictures);
  const groups = group(pictures, (p) => p.group);
  const give = (key: string, side: Side) => {
    for (const p of groups.get(key) ?? []) sides.set(p.id, side);
  };
  for (const [key, members] of groups) {
    const pin = members.find((p) => p.pin)?.pin;
    if (pin) give(key, pin.side);
  }
  const byClass = group(pictures, (p) => p.classId);
  for (const { id } of collection.classes) splitClass(byClass.get(id) ?? [], trainingShare, seed, sides, give);
  return sides;
}

function splitClass(
  members: readonly Picture[],
  trainingShare: number,
  seed: number,
  sides: ReadonlyMap<string, Side>,
  give: (key: string, side: Side) => void,
): void {
  const free = group(
    members.filter((p) => !sides.has(p.id)),
    (p) => p.group,
  );
  const order = shuffle([...free.keys()].toSorted(), stream(seed, 'split'));
  const given = new Set(members.map((p) => sides.get(p.id)));
  const wanted = Math.round(trainingShare * [...free.values()].reduce((sum, own) => sum + own.length, 0));
  let taken = 0;
  order.forEach((key, i) => {
    const size = free.get(key)?.length ?? 0;
    const isLast = i === order.length - 1;
    // Each side gets at least one picture where that is possible at all.
    const mustTrain = !given.has('training');
    const mustValidate = isLast && !given.has('validation') && given.has('training');
    const closer = Math.abs(taken + size - wanted) < Math.abs(taken - wanted);
    const side = mustValidate || !(mustTrain || closer) ? 'validation' : 'training';
    if (side === 'training') taken += size;
    given.add(side);
    give(key, side);
  });
}

export type Readiness = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Can these pictures be trained on? If not: why, and what to do. */
export function readiness(collection: Collection, split: Split): Readiness {
  const pictures = learnable(collection.pictures);
  if (collection.pictures.length > 0 && pictures.length === 0)
    return no(t`All pictures are set aside for the test. Put the test set back, or add other pictures to learn from.`);
  if (pictures.length === 0)
    return no(t`There are no pictures yet. Load the built-in set, or add pictures of at least two kinds of things.`);
  if (collection.classes.length < 2)
    return no(t`There is only one class. Add a second class, so that there is something to tell apart.`);
  for (const { id, name } of collection.classes) {
    const members = pictures.filter((p) => p.classId === id);
    if (members.length === 0) return no(t`The class “${name}” has no pictures. Add at least two, or delete the class.`);
    if (members.length === 1)
      return no(t`The class “${name}” has only one picture. Add another: one to learn from, one to check with.`);
    for (const side of ['training', 'validation'] as const) {
      if (!members.some((p) => split.get(p.id) === side)) {
        if (members.every((p) => !p.pin && p.group === members[0]?.group))
          return no(
            t`The class “${name}” has no ${select(side, { training: 'training', other: 'validation' })} picture: all of its pictures belong together, as those of one recording do, and stay on one side. Add others, or record once more.`,
          );
        return no(
          t`The class “${name}” has no ${select(side, { training: 'training', other: 'validation' })} picture: all of its pictures are kept on the other side. Release one with its pin, or add pictures.`,
        );
      }
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
