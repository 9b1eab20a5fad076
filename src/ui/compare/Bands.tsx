import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
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
        const low: string[] = [];
        const high: string[] = [];
        for (const row of rows) {
          const band = s.band(row);
          const [px, from, to] = [x(row.epoch), band && y(band[0]), band && y(band[1])];
          if (px === undefined || from === undefined || to === undefined || !Number.isFinite(from + to)) continue;
          low.push(`${px.toFixed(1)},${from.toFixed(1)}`);
          high.push(`${px.toFixed(1)},${to.toFixed(1)}`);
        }
        const outline = [...high, ...low.toReversed()];
        return outline.length === 0 ? null : (
          <path key={s.id} d={`M${outline.join('L')}Z`} fill={s.colour} fillOpacity={0.22} />
        );
      })}
    </ZIndexLayer>
  );
}
