/** A made-up picture, so that what leaves the page to check a copy of the model is nobody's photo. */
export interface TestPattern {
  readonly width: number;
  readonly height: number;
  /** RGBA bytes, row by row. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Wider than high, so that the crop is tried; as high as the model's input, so that nothing is resized, which browsers
 * do each in their own way; with a hole that nothing is drawn in, so that white has to come behind it.
 *
 * @param side of the model's input, in pixels.
 */
export function testPattern(side: number): TestPattern {
  const [width, height] = [Math.round(side * 1.25), side];
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const [dx, dy] = [x - width / 2, y - height / 2];
      const radius = Math.sqrt(dx * dx + dy * dy);
      if (radius < side / 10) continue;
      const ring = Math.floor(radius / 18) % 2 === 0;
      const bar = Math.floor((x + 2 * y) / 40) % 2 === 0;
      rgba[at] = ring ? 220 : Math.floor((200 * x) / width);
      rgba[at + 1] = bar ? 150 : Math.floor((230 * y) / height);
      rgba[at + 2] = ring === bar ? 40 : 190;
      rgba[at + 3] = 255;
    }
  }
  return { width, height, rgba };
}
