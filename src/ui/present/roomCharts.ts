import { t } from '@lingui/core/macro';
import { epochAxis, valueAxis } from '../../core/axes';
import { armCurves, drawnEpochs, type Frame, type Measure } from '../../core/curves';
import type { EpochMetrics } from '../../core/metrics';
import type { CurveName } from '../../core/present/presentState';
import { setPercent } from '../../core/figures';
import { describeArm } from '../../core/summary';
import { sizeForRoom, type ChartSize } from '../compare/chartSize';
import type { CurveChartProps } from '../compare/CurveChart';
import { formats } from '../compare/formats';
import { learningSeries, rowsOf, type Mark, type Row, type Series } from '../compare/series';

export interface RoomChart {
  readonly id: string;
  readonly title: string;
  /** All but its size on the screen. */
  readonly chart: Omit<CurveChartProps, 'width' | 'height'>;
}

export interface RoomChartsGiven {
  readonly frame: Frame;
  /** Every epoch that came: axes are made for them, unless some are held back. */
  readonly history: readonly EpochMetrics[];
  /** How many of them the room sees. */
  readonly shown: number;
  /** Whether the axes must not tell what is held back. */
  readonly isHeldBack: boolean;
  /** C */
  readonly classes: number;
  readonly measure: Measure;
  readonly layout: 'sides' | 'overlay';
  readonly spotlight: CurveName | null;
  /** px; 1 at 1280 by 720. */
  readonly unit: number;
}

/** Both sides, each in a chart or both in one, drawn for the last row. */
export function roomCharts(given: RoomChartsGiven): readonly RoomChart[] {
  const { frame, history, shown, isHeldBack, classes, measure, layout, spotlight, unit } = given;
  const seen = drawnEpochs(history.slice(0, shown), frame.epochs);
  const arms = armCurves(frame, seen, measure);
  const widest =
    isHeldBack || shown >= history.length ? arms : armCurves(frame, drawnEpochs(history, frame.epochs), measure);
  const { yAxis, xAxis } = cachedAxes(frame.epochs, valueAxis(widest, measure, classes, { seen: false, runs: [] }));
  const common = {
    rows: rowsOf(arms),
    yAxis,
    xAxis,
    tick: formats[measure].tick,
    format: formats[measure].value,
    runs: noRuns,
    hasBand: frame.trials.length > 1,
    moments: noMoments,
    size: sizeAt(unit),
  };
  const describe = (arm: 0 | 1) => describeArm(frame, arms, arm, measure);
  if (layout === 'overlay')
    return [
      {
        id: 'both',
        title: measure === 'accuracy' ? t`Accuracy of both sides` : t`Loss of both sides`,
        chart: {
          ...common,
          series: seriesFor([0, 1], spotlight, unit),
          summary: `${describe(0)} ${describe(1)}`,
        },
      },
    ];
  return ([0, 1] as const).map((arm) => ({
    id: `${arm}`,
    title: arm === 0 ? withoutTitles[measure] : withTitle(frame, measure),
    chart: {
      ...common,
      series: seriesFor([arm], spotlight, unit),
      // In the spotlight there is one curve and nothing between.
      ...(spotlight === null ? { gapText: gapTexts[measure][arm] } : {}),
      summary: describe(arm),
    },
  }));
}

const withoutTitles: Readonly<Record<Measure, string>> = {
  accuracy: t`Accuracy without dropout`,
  loss: t`Loss without dropout`,
};

function withTitle({ arms }: Frame, measure: Measure): string {
  const rate = setPercent(arms[1]?.dropoutRate ?? 0);
  return measure === 'accuracy' ? t`Accuracy with dropout, ${rate}` : t`Loss with dropout, ${rate}`;
}

/** Mark and dash of each curve: all four differ without colour, also in one chart. */
const looks: Readonly<Record<string, { readonly mark: Mark; readonly dash: string | undefined }>> = {
  '0-training': { mark: 'circle', dash: '15 9' },
  '0-validation': { mark: 'square', dash: undefined },
  '1-training': { mark: 'triangle', dash: '5 9' },
  '1-validation': { mark: 'diamond', dash: undefined },
};

const known = new Map<string, readonly Series[]>();

/** The same object for the same question: what does not change is not drawn again. */
function seriesFor(arms: readonly (0 | 1)[], spotlight: CurveName | null, unit: number): readonly Series[] {
  const key = `${arms.join('')} ${spotlight ? `${spotlight.arm} ${spotlight.curve}` : ''} ${unit}`;
  const made = known.get(key) ?? learningSeries(arms, false).map((series) => forRoom(series, spotlight, unit));
  if (known.size > 100) known.clear();
  known.set(key, made);
  return made;
}

function forRoom(series: Series, spotlight: CurveName | null, unit: number): Series {
  const look = looks[series.id];
  const isGhost = spotlight !== null && (spotlight.arm !== series.arm || spotlight.curve !== series.curve);
  const isLit = spotlight !== null && !isGhost;
  return {
    ...series,
    mark: look?.mark ?? series.mark,
    dash: scaled(look?.dash, unit),
    width: (series.curve === 'validation' ? 6 : 5) * Math.max(unit, 0.6) * (isLit ? 1.5 : 1),
    ...(isGhost ? { isGhost, colour: `color-mix(in srgb, ${series.colour} 24%, var(--compare-paper))` } : {}),
  };
}

const scaled = (dash: string | undefined, unit: number) =>
  dash
    ?.split(' ')
    .map((length) => Math.round(Number(length) * unit))
    .join(' ');

const sizes = new Map<number, ChartSize>();

function sizeAt(unit: number): ChartSize {
  const size = sizes.get(unit) ?? sizeForRoom(unit);
  sizes.set(unit, size);
  return size;
}

type Axes = Pick<CurveChartProps, 'xAxis' | 'yAxis'>;

const axes = new Map<string, Axes>();

function cachedAxes(epochs: number, yAxis: CurveChartProps['yAxis']): Axes {
  const key = `${epochs} ${JSON.stringify(yAxis)}`;
  const made = axes.get(key) ?? { xAxis: epochAxis(epochs, 3), yAxis: withRoom(fewer(yAxis)) };
  if (axes.size > 200) axes.clear();
  axes.set(key, made);
  return made;
}

/** Every second tick, from the top, where there are too many for large type. */
const fewer = (axis: CurveChartProps['yAxis']): CurveChartProps['yAxis'] =>
  axis.ticks.length > 5 ? { ...axis, ticks: axis.ticks.filter((_, i) => (axis.ticks.length - 1 - i) % 2 === 0) } : axis;

/** A thick line at the top of the axis keeps its upper half. */
const withRoom = ({ domain: [low, high], ticks }: CurveChartProps['yAxis']): CurveChartProps['yAxis'] => ({
  domain: [low, high + (high - low) * 0.02],
  ticks,
});

const gapText =
  (measure: Measure, arm: 0 | 1) =>
  (row: Row): string => {
    const gap = row.arms[arm]?.gap.mean;
    if (gap === undefined) return '';
    const size = formats[measure].gapShort(gap);
    return t`gap ${size}`;
  };

const gapTexts = {
  accuracy: [gapText('accuracy', 0), gapText('accuracy', 1)],
  loss: [gapText('loss', 0), gapText('loss', 1)],
} as const;

const noRuns: CurveChartProps['runs'] = [];
const noMoments: CurveChartProps['moments'] = [];
