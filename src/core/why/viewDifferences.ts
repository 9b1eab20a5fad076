import { macrotask } from '../macrotask';
import type { DrawnMap, MapView, ViewDifferences } from './featureMap';
import { pairedShares, type Ranged } from './shares';

/**
 * Compares the views, each with the one before and the last with the first; a turn of the event loop for each.
 *
 * @returns null where no picture has another one to be near to.
 */
export async function viewDifferences(
  map: Pick<DrawnMap, 'labels' | 'groups' | 'views'>,
): Promise<ViewDifferences | null> {
  const [first] = map.views;
  const last = map.views.at(-1);
  if (!first || !last || first.neighbours.counted === 0) return null;
  const overall = differenceOf(map, first, last);
  const steps: Ranged[] = [];
  for (const [at, view] of map.views.entries()) {
    const before = map.views[at - 1];
    if (!before) continue;
    await macrotask();
    steps.push(differenceOf(map, before, view));
  }
  return { overall, steps };
}

/** Over the pictures that have a neighbour; these are the same in every view. */
function differenceOf(
  { labels, groups }: Pick<DrawnMap, 'labels' | 'groups'>,
  first: MapView,
  second: MapView,
): Ranged {
  const counted: number[] = [];
  first.neighbours.nearest.forEach((other, i) => {
    if (other >= 0) counted.push(i);
  });
  const agrees = ({ neighbours }: MapView) =>
    counted.map((i) => (labels[neighbours.nearest[i] ?? -1] === labels[i] ? 1 : 0));
  return pairedShares(
    agrees(first),
    agrees(second),
    counted.map((i) => groups[i] ?? 0),
  );
}
