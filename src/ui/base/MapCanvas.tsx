import { memo, useCallback } from 'react';
import type { ResponseMap } from '../../core/insight';
import { colouredMap } from './responseScale';

export interface MapCanvasProps {
  readonly map: ResponseMap;
  /** Width and height of the map, in positions. */
  readonly side: number;
  /** In words; null: the words stand elsewhere. */
  readonly label: string | null;
}

/** Below this, single positions are worth seeing: how coarse a late map is, is part of what there is to learn. */
const coarse = 40;

/** One response map: dark is the weakest response, light the strongest. */
export const MapCanvas = memo(function MapCanvas({ map, side, label }: MapCanvasProps) {
  const paint = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      // Each in a turn of its own: two dozen at once are felt.
      const turn = setTimeout(() => {
        const image = new ImageData(colouredMap(map.values), side, side);
        // Off the graphics card: to make so many contexts on it takes longer than to draw the maps.
        canvas?.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
      }, 0);
      return () => clearTimeout(turn);
    },
    [map, side],
  );
  return (
    <canvas
      ref={paint}
      className="response-map"
      data-coarse={side < coarse || undefined}
      width={side}
      height={side}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
});
