import { group } from 'd3-array';
import type { Collection, Picture } from '../collection';
import { seedOf } from '../rng';
import type { LogEntry, PictureParts } from './logEntry';

/** The classes in their order, as the log keeps them. */
export function loggedClasses({ classes, pictures }: Collection): LogEntry['classes'] {
  const byClass = group(pictures, (p) => p.classId);
  return classes.map(({ id, name }) => {
    const own = byClass.get(id) ?? [];
    const test = own.filter((p) => p.test).length;
    return { name, pictures: own.length - test, test, digest: digestOf(own.map(lineOf)) };
  });
}

/**
 * 16 hexadecimal digits that tell whether two collections have the same pictures in the same classes, groups, pins and
 * test set, which is all that the split of a seed depends on. A class is told by its pictures: neither its name counts
 * nor the order of pictures and classes.
 */
export const picturesDigest = (collection: Collection): string =>
  digestOf(loggedClasses(collection).map(({ digest }) => digest));

/** What of it differs between two collections can be told by these. */
export function pictureParts({ classes, pictures }: Collection): PictureParts {
  const byClass = group(pictures, (p) => p.classId);
  const own = (of: (picture: Picture) => unknown) => digestOf(pictures.map((p) => JSON.stringify([p.id, of(p)])));
  return {
    pictures: own(() => null),
    labels: digestOf(classes.map(({ id }) => digestOf((byClass.get(id) ?? []).map((p) => p.id)))),
    groups: own((p) => p.group),
    pins: own(({ pin }) => pin?.side ?? null),
    test: own(({ test }) => test ?? false),
  };
}

/** Who of the classes is drawn first for wrong labels, by digest: their names' order decides (see `drawTrial`). */
export const drawOrder = (classes: LogEntry['classes']): readonly string[] =>
  classes.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ digest }) => digest);

const lineOf = ({ id, group: own, pin, test }: Picture) => JSON.stringify([id, own, pin?.side ?? null, test ?? false]);

function digestOf(lines: readonly string[]): string {
  const text = lines.toSorted().join('\n');
  // Two of 32 bits from different starts: two sets of pictures that agree in both by chance are not to be met.
  return ['1', '2']
    .map((start) =>
      seedOf(start + text)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}
