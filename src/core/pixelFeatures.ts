import { t } from '@lingui/core/macro';
/** Squares along each edge of the grid that a head on bare pixels is given: [16, 16, 3] numbers a picture. */
export const pixelSide = 16;

/**
 * A picture's pixels as features: averages over the squares of a grid, so that a head can be put on them.
 *
 * @param pixels RGB bytes [S, S, 3]. @param side squares along each edge; it must divide S.
 * @returns [side * side * 3] in [0, 1], row by row, RGB.
 * @throws RangeError where side does not divide S.
 */
export function averagedPixels(pixels: Uint8Array, side: number): Float32Array {
  const size = Math.round(Math.sqrt(pixels.length / 3));
  const step = size / side;
  if (!Number.isInteger(step)) throw new RangeError(t`${side} squares do not fit ${size} pixels.`);
  const averages = new Float32Array(side * side * 3);
  for (let y = 0; y < size; y++) {
    const row = Math.floor(y / step) * side;
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 3;
      const to = (row + Math.floor(x / step)) * 3;
      for (let c = 0; c < 3; c++) averages[to + c] = (averages[to + c] ?? 0) + (pixels[from + c] ?? 0);
    }
  }
  const whole = 255 * step * step;
  return averages.map((sum) => sum / whole);
}
