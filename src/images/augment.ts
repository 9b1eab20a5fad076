import { seedOf, stream } from '../core/rng';

/**
 * An altered copy of a picture: flipped left to right if its number is odd, so that the first copy always differs, and
 * turned about the centre. What comes free at the corners is filled by reflection, as Keras' `RandomFlip('horizontal')`
 * and `RandomRotation(fill_mode='reflect')` do. The same copy has the same bytes in every browser.
 *
 * @param pixels RGB [side, side, 3].
 * @param hash of the original; with the copy's number it is the seed.
 * @param copy 1-based.
 * @param rotation degrees; the angle is uniform in ± this.
 */
export function augmented(
  pixels: Uint8Array,
  side: number,
  hash: string,
  copy: number,
  rotation: number,
): Uint8Array<ArrayBuffer> {
  return transformed(pixels, side, copy % 2 === 1, angleOf(hash, copy, rotation));
}

/** In degrees, uniform in ± rotation: a smaller rotation turns the same copy less, to the same side. */
export const angleOf = (hash: string, copy: number, rotation: number): number =>
  (2 * stream(seedOf(`${hash}+${copy}`), 'augment').uniform() - 1) * rotation;

/** @param degrees clockwise on the screen, in [-90, 90]. */
export function transformed(
  pixels: Uint8Array,
  side: number,
  isFlipped: boolean,
  degrees: number,
): Uint8Array<ArrayBuffer> {
  const turned = new Uint8Array(side * side * 3);
  const { sin, cos } = sineAndCosine((degrees * Math.PI) / 180);
  const centre = (side - 1) / 2;
  // Offsets of the pixels that positions stand for, mirrored ones too; a turned square reaches 0.21 of a side beyond.
  const margin = side;
  const columns = Int32Array.from({ length: side + 2 * margin + 1 }, (_, i) => {
    const x = reflected(i - margin, side);
    return 3 * (isFlipped ? side - 1 - x : x);
  });
  const rows = Int32Array.from({ length: side + 2 * margin + 1 }, (_, i) => 3 * side * reflected(i - margin, side));
  const at = (offset: number) => pixels[offset] ?? 0;
  let to = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      // Where this pixel comes from: turned back about the centre.
      const sourceX = centre + (x - centre) * cos + (y - centre) * sin;
      const sourceY = centre + (y - centre) * cos - (x - centre) * sin;
      const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)];
      const [rightwards, downwards] = [sourceX - left, sourceY - top];
      const [column, next] = [columns[left + margin] ?? 0, columns[left + margin + 1] ?? 0];
      const [row, below] = [rows[top + margin] ?? 0, rows[top + margin + 1] ?? 0];
      for (let channel = 0; channel < 3; channel++) {
        const upper = between(at(row + column + channel), at(row + next + channel), rightwards);
        const lower = between(at(below + column + channel), at(below + next + channel), rightwards);
        turned[to++] = Math.round(between(upper, lower, downwards));
      }
    }
  }
  return turned;
}

/** Linear interpolation that keeps equal values exactly. */
const between = (a: number, b: number, share: number) => a + (b - a) * share;

/** The pixel that a position beyond the edge mirrors: … c b a | a b c … y z | z y x … */
function reflected(position: number, side: number): number {
  const within = ((position % (2 * side)) + 2 * side) % (2 * side);
  return within < side ? within : 2 * side - 1 - within;
}

/**
 * Taylor series, to the last few bits within ± π/2. Browsers may round `Math.sin` differently; additions and
 * multiplications are the same everywhere.
 */
function sineAndCosine(angle: number): { readonly sin: number; readonly cos: number } {
  let term = 1;
  let cos = 1;
  let sin = 0;
  for (let n = 1; n < 24; n++) {
    term *= angle / n;
    if (n % 2 === 1) sin += n % 4 === 1 ? term : -term;
    else cos += n % 4 === 0 ? term : -term;
  }
  return { sin, cos };
}
