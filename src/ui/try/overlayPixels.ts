import { finerPositions } from '../../core/try/finerPositions';
import type { JointMap } from '../../core/try/jointMap';
import { heatPixels } from '../inside/heatColours';

/** What is drawn of a signed map. */
export type ShownSign = 'both' | 'for' | 'against';

/** Of the stripes, in pixels of the drawing; and how much of the colour is left between them. */
const [stripe, between] = [12, 0.15];

/**
 * A signed map as a drawing over the picture: positions are joined bilinearly, and what speaks against is hatched, so that
 * it is told apart without its colour.
 *
 * @param size width and height of the drawing, in pixels. @param most what gets the full colour, > 0; one for both heads.
 * @returns [size, size, 4] RGBA
 */
export function overlayPixels(
  map: JointMap,
  size: number,
  most: number,
  shown: ShownSign,
): Uint8ClampedArray<ArrayBuffer> {
  const { side, values } = map;
  const at = finerPositions(side, size);
  const drawn = new Float32Array(size * size);
  at.forEach((row, y) =>
    at.forEach((column, x) => {
      const across = (line: number) =>
        (values[line * side + column.low] ?? 0) * (1 - column.part) +
        (values[line * side + column.high] ?? 0) * column.part;
      const value = (across(row.low) * (1 - row.part) + across(row.high) * row.part) / most;
      if (value > 0 ? shown === 'against' : shown === 'for') return;
      drawn[y * size + x] = value < 0 && (x + y) % stripe >= stripe / 2 ? value * between : value;
    }),
  );
  return heatPixels(drawn);
}
