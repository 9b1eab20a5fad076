/** The middle of the unit square. */
const middle = 0.5;

/**
 * Points into the unit square: both axes by the same factor, so that distances keep their proportions, and centred. The
 * y axis is turned over, as screens count downwards. Points that all coincide lie in the middle.
 *
 * @param points [N, 2] row-major, finite. @returns [N, 2] in [0, 1]
 */
export function toUnitSquare(points: ArrayLike<number>): Float32Array {
  const [left, right] = extent(points, 0);
  const [bottom, top] = extent(points, 1);
  const range = Math.max(right - left, top - bottom);
  const factor = range > 0 ? 1 / range : 0;
  const placed = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    placed[i] = middle + ((points[i] ?? 0) - (left + right) / 2) * factor;
    placed[i + 1] = middle - ((points[i + 1] ?? 0) - (bottom + top) / 2) * factor;
  }
  return placed;
}

function extent(points: ArrayLike<number>, from: 0 | 1): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = from; i < points.length; i += 2) {
    low = Math.min(low, points[i] ?? 0);
    high = Math.max(high, points[i] ?? 0);
  }
  return [low, high];
}

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The point that an arrow key leads to: of those in the quarter that the arrow points into, the nearest.
 *
 * @param points [N, 2] row-major, y downwards. @param from index of the point to leave.
 * @returns its index; null: there is none that way.
 */
export function stepTo(points: Float32Array, from: number, direction: Direction): number | null {
  const along = direction === 'left' || direction === 'right' ? 0 : 1;
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  return nearestWhere(points, points[2 * from] ?? 0, points[2 * from + 1] ?? 0, (dx, dy) => {
    const forward = sign * (along === 0 ? dx : dy);
    return forward > 0 && forward >= Math.abs(along === 0 ? dy : dx);
  });
}

/**
 * The point nearest to a place.
 *
 * @param within farther ones do not count. @returns its index; null: there is none.
 */
export function nearestPoint(points: Float32Array, x: number, y: number, within = Infinity): number | null {
  return nearestWhere(points, x, y, (dx, dy) => Math.hypot(dx, dy) <= within);
}

function nearestWhere(
  points: Float32Array,
  x: number,
  y: number,
  counts: (dx: number, dy: number) => boolean,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let i = 0; 2 * i < points.length; i++) {
    const dx = (points[2 * i] ?? 0) - x;
    const dy = (points[2 * i + 1] ?? 0) - y;
    const distance = dx * dx + dy * dy;
    if (distance >= least || !counts(dx, dy)) continue;
    least = distance;
    best = i;
  }
  return best;
}

/**
 * Points spread out so far that squares drawn around them do not hide each other. Taken in turn, so that the same ones
 * are shown every time; every point that is left out is nearer than `apart` to one that is not.
 *
 * @param points [N, 2] @param apart least distance of two, along x or along y.
 * @returns their indices, ascending.
 */
export function spreadOut(points: Float32Array, apart: number): readonly number[] {
  const cells = new Map<string, number[]>();
  const cellOf = (at: number) => Math.floor((points[at] ?? 0) / apart);
  const taken: number[] = [];
  for (let i = 0; 2 * i < points.length; i++) {
    const [column, row] = [cellOf(2 * i), cellOf(2 * i + 1)];
    const isNear = (other: number) =>
      Math.abs((points[2 * other] ?? 0) - (points[2 * i] ?? 0)) < apart &&
      Math.abs((points[2 * other + 1] ?? 0) - (points[2 * i + 1] ?? 0)) < apart;
    if (around(column, row).some((cell) => cells.get(cell)?.some(isNear))) continue;
    taken.push(i);
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), i]);
  }
  return taken;
}

const around = (column: number, row: number) =>
  [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx} ${row + dy}`));
