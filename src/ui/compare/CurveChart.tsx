import { memo, useMemo } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Axis } from '../../core/axes';
import type { RunCurve } from '../../core/curves';
import { axisTick } from './AxisTick';
import { Bands } from './Bands';
import { ChartMarks } from './ChartMarks';
import { ChartMoments } from './ChartMoments';
import { ChartTooltip } from './ChartTooltip';
import { drawnCurve } from './drawnCurve';
import { SingleRuns } from './SingleRuns';
import type { Moment } from './moments';
import { shadeOf, type Row, type Series } from './series';
import { useTurn } from './useTurn';

export interface Reference {
  readonly at: number;
  readonly label: string;
  /** Where there is no room for the label. */
  readonly short: string;
}

export interface CurveChartProps {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  readonly yAxis: Axis;
  readonly xAxis: Axis;
  readonly width: number;
  readonly height: number;
  readonly tick: (value: number) => string;
  readonly format: (value: number) => string;
  /** Shades between the first two series, and writes this at its end. */
  readonly gapText?: (row: Row) => string;
  /** A dashed line across. */
  readonly reference?: Reference | undefined;
  /** Single runs by arm, drawn thin; empty for none. */
  readonly runs: readonly (readonly RunCurve[])[];
  readonly hasBand: boolean;
  /** Epochs that are marked. */
  readonly moments: readonly Moment[];
  /** What a screen reader says of it. */
  readonly summary: string;
}

/**
 * Curves in a frame that stands from the start. It is drawn again at every epoch, so what does not depend on the rows is
 * kept as it is, sizes are numbers, and ResponsiveContainer, Legend and animation are left out. The cursor of all charts
 * moves together.
 */
export const CurveChart = memo(function CurveChart(props: CurveChartProps) {
  const {
    rows,
    series,
    yAxis,
    xAxis,
    width,
    height,
    tick,
    format,
    gapText,
    reference,
    runs,
    hasBand,
    moments,
    summary,
  } = props;
  const narrow = width < 480;
  // The first drawing is the dearest: an empty chart, its frame and its curves have a turn each.
  const hasFrame = useTurn(true, false);
  const hasCurves = useTurn(hasFrame, false);
  const hasGap = gapText !== undefined;
  const margin = useMemo(
    () => ({ top: 10, right: rightOf(series, narrow, hasGap), bottom: 22, left: 0 }),
    [series, narrow, hasGap],
  );
  const frame = useMemo(
    () => frameOf(xAxis, yAxis, tick, narrow, reference && { ...reference, isShort: width < 560 }),
    [xAxis, yAxis, tick, narrow, reference, width],
  );
  const cursor = useMemo(() => cursorOf(series, format, gapText), [series, format, gapText]);
  const lines = useMemo(() => linesOf(series, hasGap), [series, hasGap]);
  // Without any data recharts leaves out the ticks, too.
  const data =
    rows.length > 0
      ? rows
      : [
          { epoch: 0, arms: [] },
          { epoch: xAxis.domain[1], arms: [] },
        ];
  return (
    <ComposedChart width={width} height={height} data={data} syncId="compare" margin={margin} aria-label={summary}>
      {hasFrame && frame}
      {hasCurves && (
        <>
          {cursor}
          {hasBand && <Bands rows={rows} series={series} />}
          {runs.length > 0 && <SingleRuns rows={rows} series={series} runs={runs} />}
          {moments.length > 0 && <ChartMoments moments={moments} />}
          {lines}
          <ChartMarks
            rows={rows}
            series={series}
            epochs={xAxis.domain[1]}
            narrow={narrow}
            format={format}
            {...(gapText ? { gapText } : {})}
          />
        </>
      )}
    </ComposedChart>
  );
});

function frameOf(
  xAxis: Axis,
  yAxis: Axis,
  tick: (value: number) => string,
  narrow: boolean,
  reference: (Reference & { readonly isShort: boolean }) | undefined,
) {
  const fontSize = narrow ? 13 : 14;
  const tickText = axisTick(fontSize);
  return (
    <>
      <CartesianGrid stroke="var(--compare-grid)" vertical={false} verticalCoordinatesGenerator={noLines} />
      <XAxis
        type="number"
        dataKey="epoch"
        domain={xAxis.domain}
        ticks={xAxis.ticks}
        interval={0}
        niceTicks="none"
        tick={tickText}
        tickMargin={6}
        height={26}
        stroke="var(--compare-axis)"
        label={{ value: 'epoch', position: 'insideBottom', offset: -16, fontSize, fill: 'var(--compare-axis)' }}
      />
      <YAxis
        type="number"
        domain={yAxis.domain}
        ticks={yAxis.ticks}
        interval={0}
        niceTicks="none"
        allowDataOverflow
        tickFormatter={tick}
        tick={tickText}
        tickLine={false}
        axisLine={false}
        width={narrow ? 48 : 54}
      />
      {yAxis.domain[0] < 0 && <ReferenceLine y={0} stroke="var(--compare-axis)" />}
      {reference && (
        <ReferenceLine
          y={reference.at}
          stroke="var(--compare-reference)"
          strokeDasharray="5 5"
          strokeWidth={1.5}
          label={{
            value: reference.isShort ? reference.short : reference.label,
            position: 'insideBottomRight',
            fontSize: 13,
            fill: 'var(--compare-reference)',
            stroke: 'var(--compare-paper)',
            strokeWidth: 3,
            paintOrder: 'stroke',
          }}
        />
      )}
    </>
  );
}

/** Else recharts works out, and measures, where lines would stand that are not drawn. */
const noLines = () => [];

const cursorOf = (
  series: readonly Series[],
  format: (value: number) => string,
  gapText: ((row: Row) => string) | undefined,
) => (
  <Tooltip
    isAnimationActive={false}
    cursor={{ stroke: 'var(--compare-axis)', strokeDasharray: '3 3' }}
    wrapperStyle={{ zIndex: 5 }}
    content={<ChartTooltip series={series} format={format} gapText={gapText} />}
  />
);

function linesOf(series: readonly Series[], hasGap: boolean) {
  const [first, second] = series;
  return (
    <>
      {hasGap && first && second && (
        <Area
          dataKey={between(first, second)}
          stroke="none"
          fill={shadeOf(first.arm)}
          fillOpacity={0.18}
          activeDot={false}
          isAnimationActive={false}
        />
      )}
      {series.map((s) => (
        <Line
          key={s.id}
          dataKey={s.value}
          type="linear"
          stroke={s.colour}
          strokeWidth={s.width}
          {...(s.dash === undefined ? {} : { strokeDasharray: s.dash })}
          dot={false}
          activeDot={{ r: 4 }}
          shape={drawnCurve}
          isAnimationActive={false}
        />
      ))}
    </>
  );
}

const between =
  (first: Series, second: Series) =>
  (row: Row): readonly [number, number] | undefined => {
    const [a, b] = [first.value(row), second.value(row)];
    return a === undefined || b === undefined ? undefined : [b, a];
  };

/** Room for the labels beyond the last epoch, from the longest of them. */
function rightOf(series: readonly Series[], narrow: boolean, hasGap: boolean): number {
  const letters = series.map((s) => (narrow ? s.short.length + (series.length > 3 ? 0 : 8) : s.label.length + 8));
  const longest = Math.max(...letters, hasGap ? (narrow ? 9 : 15) : 0);
  return Math.round(longest * (narrow ? 6.1 : 6.9)) + (hasGap ? 22 : 14);
}
