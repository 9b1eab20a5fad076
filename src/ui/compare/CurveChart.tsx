import { t } from '@lingui/core/macro';
import { memo, useMemo, type ReactNode } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Axis } from '../../core/axes';
import type { RunCurve } from '../../core/curves';
import { axisTick } from './AxisTick';
import { sizeOnPage, type ChartSize } from './chartSize';
import { Bands } from './Bands';
import { ChartMarks } from './ChartMarks';
import { ChartMoments } from './ChartMoments';
import { ChartTooltip } from './ChartTooltip';
import { drawnCurve } from './drawnCurve';
import { formats, gapWords } from './formats';
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
  /** Shades between the first two series, and writes this at its end; `isShort`: without its unit. */
  readonly gapText?: (row: Row, isShort?: boolean) => string;
  /** A dashed line across. */
  readonly reference?: Reference | undefined;
  /** Single runs by arm, drawn thin; empty for none. */
  readonly runs: readonly (readonly RunCurve[])[];
  readonly hasBand: boolean;
  /** Epochs that are marked. */
  readonly moments: readonly Moment[];
  /** What a screen reader says of it. */
  readonly summary: string;
  /** For a room, where nobody points at it: without cursor and tooltip, and not to be reached by Tab. Left out: as on the page. */
  readonly size?: ChartSize;
  /** Drawn over the curves, with recharts' scales. */
  readonly children?: ReactNode;
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
    children,
  } = props;
  const isForRoom = props.size !== undefined;
  const onPage = useMemo(() => sizeOnPage(width), [width]);
  const size = props.size ?? onPage;
  // The first drawing is the dearest: an empty chart, its frame and its curves have a turn each.
  const hasFrame = useTurn(true, false);
  const hasCurves = useTurn(hasFrame, false);
  const hasGap = gapText !== undefined;
  const margin = useMemo(
    () => ({ top: 10, right: rightOf(series, size, hasGap), bottom: size.text + 8, left: 0 }),
    [series, size, hasGap],
  );
  const frame = useMemo(
    () => frameOf(xAxis, yAxis, tick, size, reference && { ...reference, isShort: width < 560 }),
    [xAxis, yAxis, tick, size, reference, width],
  );
  const cursor = useMemo(
    () => (isForRoom ? null : cursorOf(series, format, gapText)),
    [isForRoom, series, format, gapText],
  );
  const lines = useMemo(() => linesOf(series, hasGap, isForRoom), [series, hasGap, isForRoom]);
  // Without any data recharts leaves out the ticks, too.
  const data =
    rows.length > 0
      ? rows
      : [
          { epoch: 0, arms: [] },
          { epoch: xAxis.domain[1], arms: [] },
        ];
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      syncId="compare"
      margin={margin}
      aria-label={summary}
      {...(isForRoom ? pictureOnly : {})}
    >
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
            size={size}
            format={format}
            {...(gapText ? { gapText } : {})}
          />
          {children}
        </>
      )}
    </ComposedChart>
  );
});

/** No keys of its own, and no place in the order of Tab. */
const pictureOnly = { accessibilityLayer: false, role: 'img' } as const;

function frameOf(
  xAxis: Axis,
  yAxis: Axis,
  tick: (value: number) => string,
  size: ChartSize,
  reference: (Reference & { readonly isShort: boolean }) | undefined,
) {
  const fontSize = size.text;
  const tickText = axisTick(fontSize);
  return (
    <>
      <CartesianGrid
        stroke="var(--compare-grid)"
        vertical={false}
        verticalCoordinatesGenerator={noLines}
        syncWithTicks
      />
      <XAxis
        type="number"
        dataKey="epoch"
        domain={xAxis.domain}
        ticks={xAxis.ticks}
        interval={0}
        niceTicks="none"
        tick={tickText}
        tickMargin={6}
        height={size.tickHeight}
        stroke="var(--compare-axis)"
        label={{
          value: t`epoch`,
          position: 'insideBottom',
          offset: -(fontSize + 2),
          fontSize,
          fill: 'var(--compare-axis)',
        }}
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
        width={size.tickWidth}
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
            fontSize: Math.max(13, fontSize * 0.9),
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

function linesOf(series: readonly Series[], hasGap: boolean, isForRoom: boolean) {
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
          activeDot={isForRoom ? false : { r: 4 }}
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

const gapLetters = {
  short: gapWords(formats.accuracy.gapShort(-0.123)).length,
  long: gapWords(formats.accuracy.gap(0.123)).length,
} as const;

/** Room for the labels beyond the last epoch, from the longest of them. */
function rightOf(series: readonly Series[], size: ChartSize, hasGap: boolean): number {
  const { isNarrow, isStacked, letter } = size;
  const value = isStacked || (isNarrow && series.length > 3) ? 0 : 8;
  const letters = series.map((s) => (isNarrow ? s.short : s.label).length + value);
  const gap = gapLetters[isStacked || isNarrow ? 'short' : 'long'];
  const longest = Math.max(...letters, isStacked ? 7 : 0, hasGap ? gap : 0);
  return Math.round(longest * letter) + (hasGap ? 6 : 0) + (hasGap ? 16 : 14) * (isStacked ? 2 : 1);
}
