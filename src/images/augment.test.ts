import { describe, expect, it } from 'vitest';
import { stream } from '../core/rng';
import { angleOf, augmented, transformed } from './augment';

const side = 17;
const rng = stream(1, 'augment');
const picture = Uint8Array.from({ length: side * side * 3 }, () => rng.below(256));

/** A picture of one row of grey values, each repeated downwards. */
const stripes = (values: readonly number[]) =>
  Uint8Array.from(values.flatMap(() => values.flatMap((value) => [value, value, value])));
const reds = (pixels: Uint8Array) => [...pixels].filter((_, i) => i % 3 === 0);

describe('altered copies', () => {
  it('are mirrored where their number is odd, and flipping twice gives the original', () => {
    const mirrored = augmented(picture, side, 'h', 1, 0);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        for (let channel = 0; channel < 3; channel++)
          expect(mirrored[(y * side + x) * 3 + channel]).toBe(picture[(y * side + side - 1 - x) * 3 + channel]);
    expect(augmented(mirrored, side, 'h', 3, 0)).toEqual(picture);
    expect(mirrored).not.toEqual(picture);
  });

  it('are the original where they are neither flipped nor turned', () => {
    expect(augmented(picture, side, 'h', 2, 0)).toEqual(picture);
  });

  it('are always the same, and differ by copy, by picture and by rotation', () => {
    const made = [
      augmented(picture, side, 'h', 1, 15),
      augmented(picture, side, 'h', 2, 15),
      augmented(picture, side, 'h', 3, 15),
      augmented(picture, side, 'h', 4, 15),
      augmented(picture, side, 'other', 1, 15),
      augmented(picture, side, 'h', 1, 30),
      picture,
    ];
    expect(new Set(made.map(String)).size).toBe(made.length);
    expect(augmented(picture, side, 'h', 1, 15)).toEqual(made[0]);
    expect(picture).toHaveLength(side * side * 3);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keep a flat colour flat (copy %d)', (copy) => {
    const flat = Uint8Array.from({ length: side * side * 3 }, (_, i) => [12, 200, 77][i % 3] ?? 0);
    expect(augmented(flat, side, 'h', copy, 90)).toEqual(flat);
  });

  it('are turned clockwise about the centre', () => {
    // 0 1 2      6 3 0
    // 3 4 5  ->  7 4 1
    // 6 7 8      8 5 2
    const grid = Uint8Array.from({ length: 27 }, (_, i) => 20 * Math.floor(i / 3));
    const turned = [6, 3, 0, 7, 4, 1, 8, 5, 2].map((v) => 20 * v);
    expect(reds(transformed(grid, 3, false, 90))).toEqual(turned);
    expect(reds(transformed(Uint8Array.from(grid), 3, false, -90))).toEqual(turned.toReversed());
    // Flipped first: the rows run backwards before they are turned.
    expect(reds(transformed(grid, 3, true, 90))).toEqual([8, 5, 2, 7, 4, 1, 6, 3, 0].map((v) => 20 * v));
  });

  it('fill free corners by reflection about the edge', () => {
    // Turned by 45 degrees, the upper left corner comes from √8 = 2.83 left of the centre: from -0.83, between pixel
    // -1, which mirrors pixel 0, and pixel 0. The lower right corner comes from as far beyond the last pixel.
    const five = reds(transformed(stripes([100, 0, 50, 150, 250]), 5, false, 45));
    expect([five[0], five[24]]).toEqual([100, 250]);
    // With 7 pixels √18 = 4.24 from the centre, from -1.24: 0.76 of pixel -1 (100) and 0.24 of pixel -2 (20).
    const seven = reds(transformed(stripes([100, 20, 0, 0, 0, 0, 0]), 7, false, 45));
    expect(seven[0]).toBe(Math.round(100 + (20 - 100) * (Math.sqrt(18) - 4)));
  });

  it('are turned by angles that fill the range evenly on both sides', () => {
    const angles = Array.from({ length: 400 }, (_, i) => angleOf(`picture ${Math.floor(i / 4)}`, 1 + (i % 4), 30));
    expect(new Set(angles).size).toBe(400);
    expect(Math.abs(angles.reduce((sum, angle) => sum + angle, 0) / angles.length)).toBeLessThan(3);
    expect(angles.filter((angle) => Math.abs(angle) > 15).length / angles.length).toBeCloseTo(0.5, 1);
  });
});
