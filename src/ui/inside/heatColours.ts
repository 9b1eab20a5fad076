import { meanLikeness } from '../../core/inside/similarity';

/** Mid tones that stand out from light and dark ground alike: ember for alike, ice for opposite. */
const alike = [214, 92, 26] as const;
const opposite = [22, 125, 175] as const;

/**
 * RGBA of values in [-1, 1]: the sign is the hue, the size how much it covers. So zero is the ground itself, in both
 * colour schemes.
 */
export function heatPixels(values: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(values.length * 4);
  values.forEach((value, i) => {
    const [red, green, blue] = value < 0 ? opposite : alike;
    pixels.set([red, green, blue, Math.round(255 * Math.min(1, Math.abs(value)))], i * 4);
  });
  return pixels;
}

/** The scale's own bar, from -1 to 1. */
export const heatGradient = `linear-gradient(to right, rgb(${opposite.join(' ')}), rgb(${opposite.join(' ')} / 0%) 50%, rgb(${alike.join(' ')} / 0%) 50%, rgb(${alike.join(' ')}))`;

/** What a map shows, as numbers; each pair counted once, without the diagonal. */
export interface HeatNumbers {
  /** Mean |value|. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** Share of pairs above `strong`, and below its negative. */
  readonly alike: number;
  readonly opposite: number;
}

export const strong = 0.5;

/** @param matrix [units, units], symmetric. */
export function heatNumbers(matrix: Float32Array, units: number): HeatNumbers {
  let [lowest, highest, alikePairs, oppositePairs] = [1, -1, 0, 0];
  for (let a = 1; a < units; a++)
    for (let b = 0; b < a; b++) {
      const value = matrix[a * units + b] ?? 0;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      if (value > strong) alikePairs++;
      if (value < -strong) oppositePairs++;
    }
  const pairs = (units * (units - 1)) / 2;
  return {
    mean: meanLikeness(matrix),
    lowest,
    highest,
    alike: alikePairs / pairs,
    opposite: oppositePairs / pairs,
  };
}
