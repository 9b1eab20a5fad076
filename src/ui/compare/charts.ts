import { t } from '@lingui/core/macro';
import { epochAxis, gapAxis, valueAxis, type Axis } from '../../core/axes';
import { singleRuns, type ArmCurves, type Frame, type Measure } from '../../core/curves';
import { decimal, setPercent } from '../../core/figures';
import type { EpochMetrics } from '../../core/metrics';
import { describeArm, describeGaps } from '../../core/summary';
import type { CurveChartProps, Reference } from './CurveChart';
import { formats, gapWords } from './formats';
import { momentWords, type Moment } from './moments';
import { gapSeries, learningSeries, rowsOf, type Row } from './series';

export type Layout = 'sides' | 'overlay';

/** What the person chose to see. */
export interface Choices {
  readonly measure: Measure;
  readonly layout: Layout;
  readonly seen: boolean;
  readonly runs: boolean;
}

export interface ChartPlan {
  readonly title: string;
  readonly note: string;
  readonly isWide: boolean;
  readonly chart: CurveChartProps;
}

/** What the charts draw their curves from; `history` holds the drawn epochs, `arms` the curves over them. */
export interface Drawn {
  readonly frame: Frame;
  readonly history: readonly EpochMetrics[];
  readonly arms: readonly ArmCurves[];
  readonly classes: number;
  /** Share of training labels that are wrong. */
  readonly wrongShare: number;
  /** Epochs that are marked. */
  readonly moments: readonly Moment[];
}

/** All charts of the view: both sides (or both in one), then the gap. Axes are shared. @param width of the view, in px. */
export function planCharts(drawn: Drawn, choices: Choices, width: number): readonly ChartPlan[] {
  const { frame, history, arms, classes, wrongShare, moments } = drawn;
  const told = (summary: string, of: readonly (0 | 1)[]) =>
    [summary, momentWords(moments, of)].filter(Boolean).join(' ');
  const { measure, layout, seen } = choices;
  const format = formats[measure];
  const runs = choices.runs ? frame.arms.map((_, a) => singleRuns(frame, history, measure, a)) : [];
  const sideWidth = chartWidth(width, columnsOf(layout, width));
  const fullWidth = chartWidth(width, 1);
  const common = { rows: rowsOf(arms), runs, hasBand: frame.trials.length > 1 };
  const learning = {
    ...common,
    yAxis: same(valueAxis(arms, measure, classes, { seen, runs: runs.flat() })),
    tick: format.tick,
    format: format.value,
    reference: measure === 'accuracy' ? referenceOf(wrongShare) : undefined,
  };
  const gap: ChartPlan = {
    title: t`The gap itself`,
    note: gapNotes[measure],
    isWide: true,
    chart: {
      ...common,
      xAxis: same(epochAxis(frame.epochs, ticksFor(fullWidth))),
      yAxis: same(gapAxis(arms, measure, runs.flat())),
      series: gapSeries,
      width: fullWidth,
      height: fullWidth < 420 ? 200 : 210,
      tick: format.gapTick,
      format: format.gapShort,
      moments,
      summary: told(describeGaps(frame, arms, measure), [0, 1]),
    },
  };
  if (layout === 'overlay') {
    const chart = {
      ...learning,
      xAxis: same(epochAxis(frame.epochs, ticksFor(fullWidth))),
      series: seen ? bothSeen : both,
      width: fullWidth,
      height: fullWidth < 420 ? 340 : 440,
      moments,
      summary: told(`${describeArm(frame, arms, 0, measure)} ${describeArm(frame, arms, 1, measure)}`, [0, 1]),
    };
    return [{ title: t`Both sides in one chart`, note: '', isWide: true, chart }, gap];
  }
  const rate = decimal(frame.arms[1]?.dropoutRate ?? 0);
  const sides = ([0, 1] as const).map((a): ChartPlan => ({
    title: a === 0 ? t`Without dropout` : t`With dropout`,
    note: a === 0 ? '' : t`rate ${rate}`,
    isWide: false,
    chart: {
      ...learning,
      xAxis: same(epochAxis(frame.epochs, ticksFor(sideWidth))),
      series: (seen ? sidesSeen : sidesPlain)[a],
      width: sideWidth,
      height: sideWidth < 420 ? 300 : 360,
      gapText: gapTexts[measure][a],
      moments: moments.filter(({ arm }) => arm === null || arm === a),
      summary: told(describeArm(frame, arms, a, measure), [a]),
    },
  }));
  return [...sides, gap];
}

export const columnsOf = (layout: Layout, width: number): 1 | 2 => (width >= 720 && layout === 'sides' ? 2 : 1);

/** Column gap, and padding with border of a figure, as in compare.css. */
function chartWidth(width: number, columns: 1 | 2): number {
  const padding = width <= 600 ? 25 : 34;
  return Math.max(200, Math.floor(columns === 2 ? (width - 24) / 2 : width) - padding);
}

const ticksFor = (width: number) => (width < 420 ? 4 : 6);

const references = new Map<number, Reference>();

/** On noisy labels: what a head scores that learns no wrong one. */
function referenceOf(wrong: number): Reference | undefined {
  if (wrong === 0) return undefined;
  const known = references.get(wrong);
  if (known) return known;
  const share = setPercent(1 - wrong);
  const reference = { at: 1 - wrong, label: t`${share}: no wrong label learned`, short: share };
  references.set(wrong, reference);
  return reference;
}

const axes = new Map<string, Axis>();

/** One object for equal axes: recharts does not make an axis anew that did not move. */
function same(axis: Axis): Axis {
  const key = JSON.stringify(axis);
  const known = axes.get(key);
  if (known) return known;
  if (axes.size > 500) axes.clear();
  axes.set(key, axis);
  return axis;
}

const sidesPlain = [learningSeries([0], false), learningSeries([1], false)] as const;
const sidesSeen = [learningSeries([0], true), learningSeries([1], true)] as const;
const both = learningSeries([0, 1], false);
const bothSeen = learningSeries([0, 1], true);

const gapText =
  (measure: Measure, arm: 0 | 1) =>
  (row: Row, isShort = false) => {
    const gap = row.arms[arm]?.gap.mean;
    if (gap === undefined) return '';
    const size = formats[measure][isShort ? 'gapShort' : 'gap'](gap);
    return gapWords(size);
  };

const gapTexts = {
  accuracy: [gapText('accuracy', 0), gapText('accuracy', 1)],
  loss: [gapText('loss', 0), gapText('loss', 1)],
} as const;

const gapNotes: Readonly<Record<Measure, string>> = {
  accuracy: t`training accuracy minus validation accuracy, in points`,
  loss: t`validation loss minus training loss`,
};
