import type { JointMap } from './jointMap';

/** What a map says, in numbers. */
export interface MapSummary {
  /** All that speaks for the class, in logits, >= 0. */
  readonly forIt: number;
  /** All that speaks against it, <= 0. */
  readonly against: number;
  /** The ninth of the picture with the most that speaks for it, as [row, column] in 0..2; null: nothing does. */
  readonly place: readonly [number, number] | null;
  /** How much of `forIt` is there, in [0, 1]. */
  readonly share: number;
  /** How much of `forIt` is in the middle third of the width and of the height, one ninth of the picture. */
  readonly middle: number;
}

/** Positions that lie across a border count on both sides, by their area. */
export function mapSummary({ side, values }: JointMap): MapSummary {
  const overlaps = Array.from({ length: 3 }, (_, third) =>
    Float64Array.from({ length: side }, (_, at) =>
      Math.max(0, Math.min((at + 1) / side, (third + 1) / 3) - Math.max(at / side, third / 3)),
    ).map((length) => length * side),
  );
  const ninths = new Float64Array(9);
  let [forIt, against] = [0, 0];
  values.forEach((value, at) => {
    if (value <= 0) {
      against += value;
      return;
    }
    forIt += value;
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++) {
        const covered = (overlaps[row]?.[Math.floor(at / side)] ?? 0) * (overlaps[column]?.[at % side] ?? 0);
        ninths[3 * row + column] = (ninths[3 * row + column] ?? 0) + value * covered;
      }
  });
  if (forIt === 0) return { forIt, against, place: null, share: 0, middle: 0 };
  const most = ninths.reduce((best, value, at) => (value > (ninths[best] ?? 0) ? at : best), 0);
  return {
    forIt,
    against,
    place: [Math.floor(most / 3), most % 3],
    share: (ninths[most] ?? 0) / forIt,
    middle: (ninths[4] ?? 0) / forIt,
  };
}
