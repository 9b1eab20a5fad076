/**
 * Moves labels apart along a line, as little as it takes and keeping their order.
 *
 * @param wanted positions in any order; the result is in the same order.
 * @param room smallest distance of two labels.
 * @param low the first position that can be used; likewise `high`. Labels that cannot all fit start at `low`.
 */
export function spreadLabels(wanted: readonly number[], room: number, low: number, high: number): readonly number[] {
  const order = wanted.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at || a.i - b.i);
  const groups: { start: number; members: { at: number; i: number }[] }[] = [];
  for (const label of order) {
    groups.push(placed([label], room, low, high));
    // Groups that touch become one, centred on what its members want.
    for (
      let last = groups.at(-1), before = groups.at(-2);
      last && before;
      last = groups.at(-1), before = groups.at(-2)
    ) {
      if (last.start - (before.start + (before.members.length - 1) * room) >= room) break;
      groups.splice(-2, 2, placed([...before.members, ...last.members], room, low, high));
    }
  }
  const result = [...wanted];
  for (const { start, members } of groups) members.forEach(({ i }, k) => (result[i] = start + k * room));
  return result;
}

function placed(members: { at: number; i: number }[], room: number, low: number, high: number) {
  const centre = members.reduce((sum, m, k) => sum + m.at - k * room, 0) / members.length;
  const start = Math.max(low, Math.min(high - (members.length - 1) * room, centre));
  return { start, members };
}
