import { useElementSize } from '@mantine/hooks';
import { memo, useMemo } from 'react';
import { CurveChart } from '../compare/CurveChart';
import { useTurn } from '../compare/useTurn';
import '../compare/compare.css';
import { FreezeCover } from './FreezeCover';
import { roomCharts, type RoomChart, type RoomChartsGiven } from './roomCharts';

export interface RoomChartsProps {
  /** The same object until something in it changes. */
  readonly given: RoomChartsGiven;
  /** The epoch that the charts are frozen after; null: they are not. */
  readonly frozenAt: number | null;
}

/** The charts alone, as large as there is room. */
export const RoomCharts = memo(function RoomCharts({ frozenAt, given }: RoomChartsProps) {
  const shown = useTurn(given);
  const charts = useMemo(() => roomCharts(shown), [shown]);
  return (
    <div className="compare present-charts" data-layout={shown.layout}>
      {charts.map((chart) => (
        <RoomFigure key={chart.id} {...chart} frozenAt={frozenAt} unit={shown.unit} />
      ))}
    </div>
  );
});

interface RoomFigureProps extends RoomChart {
  readonly frozenAt: number | null;
  readonly unit: number;
}

function RoomFigure({ title, chart, frozenAt, unit }: RoomFigureProps) {
  // Each chart is drawn in a turn of its own.
  const drawn = useTurn<RoomChart['chart'] | null>(chart, null);
  const { ref, width, height } = useElementSize();
  const cover = useMemo(() => frozenAt !== null && <FreezeCover from={frozenAt} unit={unit} />, [frozenAt, unit]);
  return (
    <figure className="present-figure">
      <h2 className="present-chart-title">{title}</h2>
      <div ref={ref} className="present-plot">
        {drawn && width > 50 && height > 50 && (
          <CurveChart {...drawn} width={Math.floor(width)} height={Math.floor(height)}>
            {cover}
          </CurveChart>
        )}
      </div>
      <figcaption className="lab-hidden">{chart.summary}</figcaption>
    </figure>
  );
}
