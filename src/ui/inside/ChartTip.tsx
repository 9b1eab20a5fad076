import { useActiveTooltipDataPoints } from 'recharts';
import type { WrittenAxis } from './estimateAxis';
import { intervalCell } from './estimateWords';
import type { ChartLine, ChartPoint } from './estimateChart';

export interface ChartTipProps {
  readonly lines: readonly ChartLine[];
  readonly xAxis: WrittenAxis;
  readonly format: (value: number) => string;
}

/** The values under the cursor, or where the arrow keys are. */
export function ChartTip({ lines, xAxis, format }: ChartTipProps) {
  const point = useActiveTooltipDataPoints<ChartPoint>()?.[0];
  if (!point) return null;
  return (
    <div className="compare-tooltip">
      <strong>
        {xAxis.label}: {xAxis.tick(point.x)}
      </strong>
      <table>
        <tbody>
          {lines.map((line, i) => {
            const value = point.values[i];
            return (
              value && (
                <tr key={line.label}>
                  <th scope="row" style={{ color: line.colour }}>
                    {line.label}
                  </th>
                  <td>{format(value.mean)}</td>
                  {value.kind === 'interval' && <td>{intervalCell(value, format)}</td>}
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
