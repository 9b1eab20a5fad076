/**
 * The colours of a response map, from the weakest response to the strongest: one hue, and equal steps of lightness in
 * OKLab (Björn Ottosson 2020, "A perceptual color space for image processing"), so that equal steps look equal and a
 * copy in greys says the same.
 */
const [darkest, lightest] = [0.19, 0.97];
/** The page's ice. */
const hue = (222 * Math.PI) / 180;
const mostChroma = 0.105;

/** [256 * 3] sRGB bytes, index 0 for the weakest. */
export const responseColours: Uint8ClampedArray = Uint8ClampedArray.from(
  Array.from({ length: 256 }, (_, i) => colourAt(i / 255)).flat(),
);

/**
 * @param values [n] bytes, 0 for the weakest.
 * @returns [n * 4] RGBA, opaque.
 */
export function colouredMap(values: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(4 * values.length);
  values.forEach((value, i) => {
    rgba.set(responseColours.subarray(3 * value, 3 * value + 3), 4 * i);
    rgba[4 * i + 3] = 255;
  });
  return rgba;
}

/** @param t in [0, 1] */
function colourAt(t: number): readonly number[] {
  const lightness = darkest + t * (lightest - darkest);
  // Near black and near white, sRGB has little room for colour.
  const chroma = mostChroma * Math.sin(Math.PI * (0.12 + 0.84 * t));
  return toSrgb(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
}

function toSrgb(lightness: number, a: number, b: number): readonly number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) => 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055));
}
