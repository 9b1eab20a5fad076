import { group } from 'd3-array';
import type { Collection, Picture } from './collection';
import { shuffle, stream } from './rng';

/** Pictures that are learned from or watched: those of the locked test set take part in nothing. */
export const learnable = (pictures: readonly Picture[]): readonly Picture[] =>
  pictures.some((p) => p.test) ? pictures.filter((p) => !p.test) : pictures;

/**
 * Ids of the pictures that are set aside for a test: a share of each class, whole groups, drawn from a seed. Pictures
 * that folders or pins keep on one side stay there. Of each class at least one picture is drawn and at least two groups
 * are left, one to learn from and one to check with; a class with fewer than three groups gives none.
 *
 * @param share in (0, 1)
 */
export function drawTestSet({ classes, pictures }: Collection, share: number, seed: number): readonly string[] {
  const groups = group(pictures, (p) => p.group);
  const taken = new Set<string>();
  const ids = new Set<string>();
  for (const { id } of classes) {
    const own = group(
      pictures.filter((p) => p.classId === id),
      (p) => p.group,
    );
    // A group in two classes would take pictures from both.
    const free = [...own.keys()].filter((key) => {
      const members = groups.get(key) ?? [];
      return !taken.has(key) && members.every((p) => !p.pin && p.classId === id);
    });
    const total = [...own.values()].reduce((sum, members) => sum + members.length, 0);
    const wanted = Math.max(1, Math.round(share * total));
    let drawn = 0;
    let left = own.size;
    for (const key of shuffle(free.toSorted(), stream(seed, 'test'))) {
      if (drawn >= wanted || left <= 2) break;
      const members = own.get(key) ?? [];
      // A large group may overshoot: it is passed over where something nearer can still come.
      if (drawn > 0 && drawn + members.length > wanted * 1.5) continue;
      for (const p of members) ids.add(p.id);
      taken.add(key);
      drawn += members.length;
      left--;
    }
  }
  return [...ids];
}
