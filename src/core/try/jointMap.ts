import type { ActivationPart } from './activationMap';
import { finerPositions } from './finerPositions';

/** A signed map over the picture, as a density: what a ninth of the picture adds does not depend on the resolution. */
export interface JointMap {
  readonly side: number;
  /** [side, side]; adds up to what its parts add up to. */
  readonly values: Float64Array;
}

/**
 * The parts of an activation map, each at its own resolution, as one at the finest. Coarser parts are spread bilinearly;
 * every position's amount is spread as a whole, so that the sum stays what it is.
 *
 * @param parts at least one.
 */
export function jointMap(parts: readonly ActivationPart[]): JointMap {
  const side = Math.max(...parts.map((part) => part.side));
  const values = new Float64Array(side * side);
  for (const part of parts) spread(part, side).forEach((value, at) => (values[at] = (values[at] ?? 0) + value));
  return { side, values };
}

/** [to, to] with the sum of the part. */
function spread({ side, values }: ActivationPart, to: number): Float64Array {
  if (side === to) return values;
  const shares = sharesOf(side, to);
  const out = new Float64Array(to * to);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const value = values[y * side + x] ?? 0;
      for (const [v, high] of shares[y] ?? [])
        for (const [u, wide] of shares[x] ?? []) {
          const at = v * to + u;
          out[at] = (out[at] ?? 0) + value * high * wide;
        }
    }
  return out;
}

/** To which of `to` fine positions each of `side` coarse ones gives, and how much of itself; each adds up to 1. */
function sharesOf(side: number, to: number): readonly (readonly (readonly [number, number])[])[] {
  const given = Array.from({ length: side }, (): [number, number][] => []);
  finerPositions(side, to).forEach(({ low, high, part }, fine) => {
    given[low]?.push([fine, 1 - part]);
    if (part > 0) given[high]?.push([fine, part]);
  });
  return given.map((own) => {
    const sum = own.reduce((total, [, share]) => total + share, 0);
    return own.map(([fine, share]) => [fine, share / sum] as const);
  });
}
