import { Trans } from '@lingui/react/macro';
import { memo, useCallback } from 'react';
import { usePixels } from '../pixels';
import { heatGradient, heatPixels } from './heatColours';

export interface HeatMapProps {
  /** [units, units] in [-1, 1] */
  readonly matrix: Float32Array;
  readonly units: number;
  /** In words. */
  readonly label: string;
}

/** How alike every two units are: one position for each pair. */
export const HeatMap = memo(function HeatMap({ matrix, units, label }: HeatMapProps) {
  const pixels = useCallback(() => heatPixels(matrix), [matrix]);
  const paint = usePixels(pixels, units);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas cannot be an <img>
  return <canvas ref={paint} className="measure-heat" width={units} height={units} role="img" aria-label={label} />;
});

/** The scale of the maps. */
export function HeatScale() {
  return (
    <div className="measure-heat-scale lab-soft lab-numbers">
      <span>
        <Trans>opposite −1</Trans>
      </span>
      <span className="measure-heat-bar" style={{ backgroundImage: heatGradient }} aria-hidden />
      <span>
        <Trans>1 alike</Trans>
      </span>
      <span className="measure-heat-middle">
        <Trans>0: nothing in common</Trans>
      </span>
    </div>
  );
}
