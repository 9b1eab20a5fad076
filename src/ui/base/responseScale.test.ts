import { expect, it } from 'vitest';
import { colouredMap, responseColours } from './responseScale';

const toLinear = (byte: number) => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
/** CIE lightness, [0, 100]: another measure of what looks even than the one that the scale is made with. */
const lightness = (value: number) => {
  const [r = 0, g = 0, b = 0] = responseColours.subarray(3 * value, 3 * value + 3);
  const luminance = 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
  return 116 * Math.cbrt(luminance) - 16;
};

it('grows lighter from the weakest response to the strongest, in even steps', () => {
  const sixteenths = Array.from({ length: 18 }, (_, i) => lightness(i * 15));
  const steps = sixteenths.slice(1).map((l, i) => l - (sixteenths[i] ?? 0));
  const mean = steps.reduce((sum, s) => sum + s, 0) / steps.length;
  for (const step of steps) expect(Math.abs(step - mean) / mean).toBeLessThan(0.25);
  expect(lightness(0)).toBeLessThan(10);
  expect(lightness(255)).toBeGreaterThan(93);
});

it('colours each position, opaque', () => {
  expect([...colouredMap(Uint8Array.of(255, 0))]).toEqual([
    ...responseColours.subarray(765),
    255,
    ...responseColours.subarray(0, 3),
    255,
  ]);
});
