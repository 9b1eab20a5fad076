import { memo, useCallback } from 'react';
import type { ResponseMap } from '../../core/insight';
import { usePixels } from '../pixels';
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
  const pixels = useCallback(() => colouredMap(map.values), [map]);
  const paint = usePixels(pixels, side);
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
