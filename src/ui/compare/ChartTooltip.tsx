import { Trans } from '@lingui/react/macro';
import { useActiveTooltipDataPoints } from 'recharts';
import { between } from '../../core/figures';
import type { Row, Series } from './series';

interface ChartTooltipProps {
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  readonly gapText: ((row: Row) => string) | undefined;
}

/** The values under the cursor; shown in every chart at once. */
export function ChartTooltip({ series, format, gapText }: ChartTooltipProps) {
  const row = useActiveTooltipDataPoints<Row>()?.[0];
  if (!row || row.arms.length === 0) return null;
  const { epoch } = row;
  return (
    <div className="compare-tooltip">
      <strong>
        <Trans>Epoch {epoch}</Trans>
      </strong>
      <table>
        <tbody>
          {series.map((s) => {
            const [value, band] = [s.value(row), s.band(row)];
            return (
              <tr key={s.id}>
                <th scope="row" style={{ color: s.colour }}>
                  {s.label}
                </th>
                <td>{value === undefined ? '' : format(value)}</td>
                {band && <td>{between(format(band[0]), format(band[1]))}</td>}
              </tr>
            );
          })}
          {gapText && (
            <tr>
              <td colSpan={3}>{gapText(row)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
