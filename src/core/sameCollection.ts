import type { Collection, Picture } from './collection';

/** Whether two collections have the same classes and pictures, names and order included, field by field. */
export const isSameCollection = (a: Collection, b: Collection): boolean =>
  a === b ||
  (isSameList(a.classes, b.classes, ({ id, name, style }) => [id, name, style]) &&
    isSameList(a.pictures, b.pictures, fieldsOf));

const fieldsOf = ({ id, hash, name, classId, group, pin, test }: Picture) => [
  id,
  hash,
  name,
  classId,
  group,
  pin?.side,
  pin?.by,
  test,
];

function isSameList<T>(a: readonly T[], b: readonly T[], fields: (one: T) => readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, i) => {
    const other = b[i];
    if (other === undefined) return false;
    const theirs = fields(other);
    return fields(one).every((value, f) => value === theirs[f]);
  });
}
