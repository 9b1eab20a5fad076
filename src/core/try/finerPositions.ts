/** Where a position lies among coarser ones: so much of the way from one to the next. */
export interface FinerPosition {
  readonly low: number;
  /** The next one; the same as `low` at the end. */
  readonly high: number;
  /** In [0, 1) */
  readonly part: number;
}

/**
 * Where each of `to` positions along a side lies among `side` coarser ones, for what is joined bilinearly. Centres are
 * half a position in; outside the outermost ones, the nearest counts.
 */
export const finerPositions = (side: number, to: number): readonly FinerPosition[] =>
  Array.from({ length: to }, (_, fine) => {
    const at = Math.min(side - 1, Math.max(0, ((fine + 0.5) * side) / to - 0.5));
    const low = Math.floor(at);
    return { low, high: Math.min(side - 1, low + 1), part: at - low };
  });
