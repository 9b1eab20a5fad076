interface Point {
  readonly x: number;
  readonly y: number;
}

/** All lines of one sign and thickness, as the data of one path. */
export interface Wires {
  readonly sign: 'positive' | 'negative';
  /** Index into `thickest`: 0 is the thinnest. */
  readonly bucket: number;
  readonly d: string;
}

/** The units of one layer as they are drawn. */
export interface DrawnLayer {
  readonly at: readonly Point[];
  /** One entry for each unit; an empty list: none is dropped. */
  readonly dropped: readonly boolean[];
}

/** Up to which share of the scale a weight falls into each bucket. */
const thickest = [0.18, 0.36, 0.6, Number.POSITIVE_INFINITY] as const;

/** Lines of weights below this share of the scale would only make the drawing grey. */
const tiny = 0.06;

/** How thick a weight is drawn; null: too small to draw, or not a number. */
export function bucketOf(weight: number, scale: number): number | null {
  const share = Math.abs(weight) / scale;
  if (!(share >= tiny)) return null;
  return thickest.findIndex((most) => share <= most);
}

/**
 * The lines between two layers. One path for each sign and thickness: an element for every line would be hundreds of
 * elements, drawn anew several times a second. A dropped unit has no lines.
 *
 * @param weights [from, to]
 * @param scale the weight that is as thick as it gets.
 */
export function wiresBetween(from: DrawnLayer, to: DrawnLayer, weights: Float32Array, scale: number): readonly Wires[] {
  const paths = { positive: thickest.map(() => ''), negative: thickest.map(() => '') };
  from.at.forEach((start, i) => {
    if (from.dropped[i] === true) return;
    to.at.forEach((end, j) => {
      if (to.dropped[j] === true) return;
      const weight = weights[i * to.at.length + j] ?? 0;
      const bucket = bucketOf(weight, scale);
      if (bucket !== null) paths[weight > 0 ? 'positive' : 'negative'][bucket] += `M${spot(start)}L${spot(end)}`;
    });
  });
  return (['negative', 'positive'] as const).flatMap((sign) =>
    paths[sign].map((d, bucket) => ({ sign, bucket, d })).filter(({ d }) => d !== ''),
  );
}

const spot = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const round = (n: number) => Math.round(n * 10) / 10;
