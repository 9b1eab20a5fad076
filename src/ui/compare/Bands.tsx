import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { bandPath } from './bandPath';
import type { Row, Series } from './series';

interface BandsProps {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
}

/** The 95 % band of every mean. Plain paths on recharts' scales: an Area each would double the cost of a chart. */
export function Bands({ rows, series }: BandsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.area}>
      {series.map((s) => {
        const path = bandPath(
          rows.map((row) => {
            const band = s.band(row);
            return { x: x(row.epoch), low: band && y(band[0]), high: band && y(band[1]) };
          }),
        );
        return path === '' ? null : <path key={s.id} d={path} fill={s.colour} fillOpacity={0.22} />;
      })}
    </ZIndexLayer>
  );
}
