import type { Collection } from '../collection';
import { seedOf } from '../rng';

/**
 * 16 hexadecimal digits that tell whether two collections have the same pictures, labels, groups, pins and test set,
 * which is all that the split of a seed depends on. The order of pictures and of classes does not count.
 */
export function picturesDigest({ classes, pictures }: Collection): string {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  const lines = pictures.map(({ id, classId, group, pin, test }) =>
    JSON.stringify([id, names.get(classId) ?? '', group, pin?.side ?? null, test ?? false]),
  );
  const text = [...classes.map(({ name }) => JSON.stringify(name)), ...lines].toSorted().join('\n');
  // Two of 32 bits from different starts: two sets of pictures that agree in both by chance are not to be met.
  return ['1', '2']
    .map((start) =>
      seedOf(start + text)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}
