import type { Collection, Picture } from '../collection';

export interface MergedGroups {
  /** Group of one of our pictures -> the group that it is joined to; most are not in it. */
  readonly joined: ReadonlyMap<string, string>;
  /** Group of an incoming picture -> what it is called among ours. */
  readonly incoming: ReadonlyMap<string, string>;
  /** Groups of ours that incoming pictures belong to, by their final name. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Brings the groups of two collections together. Groups that hold the same content are one, however they are called;
 * groups that only happen to be called alike stay apart.
 *
 * @param title of the other project, to tell its groups apart by.
 */
export function mergedGroups(ours: Collection, incoming: readonly Picture[], title: string): MergedGroups {
  const ownGroup = new Map(ours.pictures.map((p) => [p.hash, p.group]));
  const root = new Map(ours.pictures.map((p) => [p.group, p.group]));
  const rootOf = (group: string): string => {
    const next = root.get(group) ?? group;
    return next === group ? group : rootOf(next);
  };
  const names = new Map<string, string>();
  for (const { hash, group } of incoming) {
    const own = ownGroup.get(hash);
    if (own === undefined) continue;
    const before = names.get(group);
    if (before === undefined) names.set(group, own);
    // What their group holds together is in two of ours: they are one from now on.
    else root.set(rootOf(own), rootOf(before));
  }
  const shared = new Set<string>();
  for (const [group, own] of names) {
    names.set(group, rootOf(own));
    shared.add(rootOf(own));
  }
  const used = new Set(root.keys());
  for (const { group } of incoming) {
    if (names.has(group)) continue;
    let free = group;
    for (let n = 1; used.has(free); n++) free = `${group} (${title}${n === 1 ? '' : ` ${n}`})`;
    used.add(free);
    names.set(group, free);
  }
  const joined = new Map(
    [...root.keys()].flatMap((group) => (rootOf(group) === group ? [] : [[group, rootOf(group)]])),
  );
  return { joined, incoming: names, shared };
}
