import type { Picture } from './collection';

/**
 * Makes one group of several. It has one pin, that of the group they are joined to before those of the others, and is
 * set aside for the test where one of them was: torn apart, one half would give the other away.
 *
 * @param joined group -> the group that it is joined to, which is itself joined to none.
 */
export function joinedGroups(pictures: readonly Picture[], joined: ReadonlyMap<string, string>): readonly Picture[] {
  if (joined.size === 0) return pictures;
  const grown = new Set(joined.values());
  const nameOf = ({ group }: Picture) => joined.get(group) ?? group;
  const members = pictures.filter((p) => grown.has(nameOf(p)));
  const tested = new Set(members.filter((p) => p.test).map(nameOf));
  const pins = new Map<string, Picture['pin']>();
  // Those of the groups that the others are joined to come last, and count.
  for (const p of [...members.filter((p) => joined.has(p.group)), ...members.filter((p) => !joined.has(p.group))])
    if (p.pin) pins.set(nameOf(p), p.pin);
  return pictures.map((p) => {
    const group = nameOf(p);
    if (!grown.has(group)) return p;
    return { ...p, group, pin: pins.get(group) ?? null, ...(tested.has(group) ? { test: true } : {}) };
  });
}
