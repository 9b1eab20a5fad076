import { useElementSize } from '@mantine/hooks';
import { memo, useId, useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { drawnCurve } from '../compare/drawnCurve';
import { useTurn } from '../compare/useTurn';
import { ChartTip } from './ChartTip';
import { EstimateMarks } from './EstimateMarks';
import type { ChartPoint, EstimateChart } from './estimateChart';
import '../compare/compare.css';
import './measures.css';

export interface MeasureChartProps {
  readonly title: string;
  /** Kept as one object by who makes it: the chart is drawn again only for a new one. */
  readonly chart: EstimateChart;
}

/** Means with their 95 % bands, under a title. */
export const MeasureChart = memo(function MeasureChart({ title, chart }: MeasureChartProps) {
  const id = useId();
  const { ref, width } = useElementSize();
  const wanted = useMemo(() => ({ chart, width: Math.floor(width) }), [chart, width]);
  // Each drawing in a turn of its own, as all charts of the page.
  const shown = useTurn(wanted, null);
  return (
    <figure className="measure-figure" aria-labelledby={id}>
      <h4 className="measure-title" id={id}>
        {title}
      </h4>
      <div ref={ref} className="measure-chart" style={{ height: chart.height }}>
        {shown && shown.width > 0 && <Drawing chart={shown.chart} width={shown.width} />}
      </div>
    </figure>
  );
});

/** Without ResponsiveContainer, Legend and animation: each costs more than the chart. */
const Drawing = memo(function Drawing({ chart, width }: { readonly chart: EstimateChart; readonly width: number }) {
  const { lines, points, xAxis, yAxis, height, format, reference, moment, summary } = chart;
  const isNarrow = width < 420;
  const text = { fontSize: isNarrow ? 13 : 14, fill: 'var(--compare-axis)' };
  const letters = lettersAtEnds(lines, points, format);
  const right = Math.round(letters * 7.2) + 18;
  const left = isNarrow ? 48 : 54;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...points]}
      margin={{ top: 10, right, bottom: 22, left: 0 }}
      aria-label={summary}
    >
      <CartesianGrid stroke="var(--compare-grid)" vertical={false} />
      <XAxis
        type="number"
        dataKey="x"
        domain={xAxis.domain}
        ticks={thinned(xAxis.ticks, width - left - right)}
        interval={0}
        niceTicks="none"
        tickFormatter={xAxis.tick}
        tick={text}
        tickMargin={6}
        height={26}
        stroke="var(--compare-axis)"
        label={{ value: xAxis.label, position: 'insideBottom', offset: -16, ...text }}
      />
      <YAxis
        type="number"
        domain={yAxis.domain}
        ticks={yAxis.ticks}
        interval={0}
        niceTicks="none"
        allowDataOverflow
        tickFormatter={yAxis.tick}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={left}
      />
      {reference && (
        <ReferenceLine
          y={reference.at}
          stroke="var(--compare-reference)"
          strokeDasharray="5 5"
          strokeWidth={1.5}
          label={{
            value: isNarrow ? reference.short : reference.label,
            position: reference.isLow === true ? 'insideTopRight' : 'insideBottomLeft',
            fontSize: 13,
            fill: 'var(--compare-reference)',
            stroke: 'var(--compare-paper)',
            strokeWidth: 3,
            paintOrder: 'stroke',
          }}
        />
      )}
      {moment && (
        <ReferenceLine
          x={moment.at}
          stroke="var(--compare-text)"
          strokeDasharray="2 4"
          strokeWidth={2}
          label={{
            value: moment.label,
            // Where there is more room.
            position:
              moment.at - xAxis.domain[0] > (xAxis.domain[1] - xAxis.domain[0]) / 2
                ? 'insideTopRight'
                : 'insideTopLeft',
            fontSize: 13,
            fill: 'var(--compare-text)',
            stroke: 'var(--compare-paper)',
            strokeWidth: 3,
            paintOrder: 'stroke',
          }}
        />
      )}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--compare-axis)', strokeDasharray: '3 3' }}
        wrapperStyle={{ zIndex: 5 }}
        content={<ChartTip lines={lines} xAxis={xAxis} format={format} />}
      />
      {lines.map((line, i) => (
        <Line
          key={line.label}
          dataKey={(point: ChartPoint) => point.values[i]?.mean}
          type="linear"
          stroke={line.colour}
          strokeWidth={2.5}
          {...(line.dash === undefined ? {} : { strokeDasharray: line.dash })}
          dot={false}
          activeDot={{ r: 4 }}
          shape={drawnCurve}
          isAnimationActive={false}
        />
      ))}
      <EstimateMarks lines={lines} points={points} format={format} isNarrow={isNarrow} />
    </ComposedChart>
  );
});

/** Of the longest name and value at the end of a line. */
const lettersAtEnds = (
  lines: EstimateChart['lines'],
  points: EstimateChart['points'],
  format: EstimateChart['format'],
): number =>
  lines.reduce((most, { label }, i) => {
    const last = points.findLast(({ values }) => values[i])?.values[i]?.mean ?? 0.5;
    return Math.max(most, label.length + 1 + format(last).length);
  }, 0);

/** Every second or third where there is little room, so that they do not print over each other. */
function thinned(ticks: readonly number[], room: number): readonly number[] {
  const most = Math.max(2, Math.floor(room / 46));
  // A step that divides the whole keeps the last one.
  const step = [1, 2, 3, 4, 5].find((n) => (ticks.length - 1) / n < most && (ticks.length - 1) % n === 0);
  return step === undefined
    ? ticks.filter((_, i) => i % Math.ceil(ticks.length / most) === 0)
    : ticks.filter((_, i) => i % step === 0);
}
