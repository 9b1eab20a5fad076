import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { decimal } from '../../core/figures';
import { listed } from '../../core/listed';
import type { SideComparison } from '../../core/log/comparison';
import type { LogEntry } from '../../core/log/logEntry';
import { MeasureChart } from '../inside/MeasureChart';
import { logCharts } from './logChart';

export interface LogChartsProps {
  readonly first: LogEntry;
  readonly second: LogEntry;
  readonly sides: readonly SideComparison[];
}

/** Both sides of two experiments. A default export, because the page loads it when two are compared. */
export default function LogCharts({ first, second, sides }: LogChartsProps) {
  const charts = useMemo(() => logCharts(first, second), [first, second]);
  return (
    <div className="measure-pair">
      {sides.map(({ arm, rates, sentence }, a) => {
        const chart = charts[a];
        const [one, other] = rates;
        const given = one === other ? decimal(one) : listed([decimal(one), decimal(other)]);
        const title = a === 0 ? t`Without dropout` : t`With dropout ${given}`;
        return (
          chart && (
            <div key={arm} className="log-side">
              <MeasureChart title={title} chart={chart} />
              <p className="measure-verdict">{sentence}</p>
              <p className="lab-soft">{chart.summary}</p>
            </div>
          )
        );
      })}
    </div>
  );
}
