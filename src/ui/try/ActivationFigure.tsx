import { t } from '@lingui/core/macro';
import { memo, useCallback } from 'react';
import type { JointMap } from '../../core/try/jointMap';
import type { MapSummary } from '../../core/try/mapSummary';
import { usePixels } from '../pixels';
import { mapWords } from './activationWords';
import { overlayPixels, type ShownSign } from './overlayPixels';

export interface ActivationFigureProps {
  readonly side: 'without' | 'with';
  readonly name: string;
  readonly url: string;
  readonly className: string;
  readonly map: JointMap;
  readonly summary: MapSummary;
  /** What gets the full colour: the same for both heads. */
  readonly most: number;
  /** In [0, 1] */
  readonly opacity: number;
  readonly shown: ShownSign;
}

/** Width and height of the drawing, in pixels. */
const size = 320;

/** Where in the picture one head finds what speaks for a class, and against it. */
export const ActivationFigure = memo(function ActivationFigure(props: ActivationFigureProps) {
  const { side, name, url, className, map, summary, most, opacity, shown } = props;
  const pixels = useCallback(() => overlayPixels(map, size, most, shown), [map, most, shown]);
  const paint = usePixels(pixels, size);
  const words = mapWords(summary, className);
  return (
    <figure className="try-map" data-side={side}>
      <h4 className="try-arm-name">
        {name.charAt(0).toUpperCase() + name.slice(1)}: {className}
      </h4>
      <div className="try-map-picture">
        <img src={url} alt="" width={224} height={224} />
        <canvas
          ref={paint}
          width={size}
          height={size}
          style={{ opacity }}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas cannot be an <img>
          role="img"
          aria-label={t`Map, ${name}: ${className}`}
        />
      </div>
      <figcaption>
        <p>{words}</p>
      </figcaption>
    </figure>
  );
});
