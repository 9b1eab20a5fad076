import { memo, useId } from 'react';
import { CurveChart, type CurveChartProps } from './CurveChart';
import { useTurn } from './useTurn';

interface ChartFigureProps {
  readonly title: string;
  readonly note: string;
  readonly isWide: boolean;
  /** Everything that the chart shows, as one object: it is shown as a whole when the chart has its turn. */
  readonly chart: CurveChartProps;
}

/** A chart with its title above and its summary in words below. Downloads find it by its data attribute. */
export const ChartFigure = memo(function ChartFigure({ title, note, isWide, chart }: ChartFigureProps) {
  const id = useId();
  // The first drawing is the dearest, so that it waits for a turn of its own too.
  const shown = useTurn<CurveChartProps | null>(chart, null);
  const fullTitle = [title, note].filter(Boolean).join(', ');
  return (
    <figure className={`compare-figure ${isWide ? 'compare-wide' : ''}`} aria-labelledby={id} data-chart={fullTitle}>
      <h3 className="compare-title" id={id}>
        {fullTitle === title ? title : `${title}, `}
        {note && <small>{note}</small>}
      </h3>
      {shown ? <CurveChart {...shown} /> : <div style={{ height: chart.height }} />}
      <figcaption className="compare-summary">{shown?.summary}</figcaption>
    </figure>
  );
});
