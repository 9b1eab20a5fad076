import { useCallback, type RefCallback } from 'react';

/**
 * Draws a square of pixels on a canvas of that size.
 *
 * @param pixels [side * side * 4] RGBA; kept the same (`useCallback`) for as long as it gives the same.
 * @param side width and height of the canvas, in px.
 */
export function usePixels(pixels: () => Uint8ClampedArray<ArrayBuffer>, side: number): RefCallback<HTMLCanvasElement> {
  return useCallback(
    (canvas: HTMLCanvasElement | null) => {
      // Each in a turn of its own: two dozen at once are felt.
      const turn = setTimeout(() => canvas && paint(canvas, new ImageData(pixels(), side, side)), 0);
      return () => clearTimeout(turn);
    },
    [pixels, side],
  );
}

/**
 * The first drawing on any canvas waits until the browser has made itself ready for it: 20 ms on an idle page, but hundreds
 * while the base has the graphics card and the processors. Call it while the page is idle.
 */
export function readyCanvas(): void {
  paint(document.createElement('canvas'), new ImageData(1, 1));
}

function paint(canvas: HTMLCanvasElement, image: ImageData): void {
  // Off the graphics card: to make so many contexts on it takes longer than to draw on them.
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
}
