import type { Estimate } from '../../core/statistics';
import { sideWords, type Mark } from '../compare/series';
import type { WrittenAxis } from './estimateAxis';

/** One line of a chart; told apart by its marker and dash as well as by colour. */
export interface ChartLine {
  readonly label: string;
  readonly colour: string;
  readonly dash: string | undefined;
  readonly mark: Mark;
}

/** What all lines have at one place: `values[i]` belongs to `lines[i]`, null where that has nothing there. */
export interface ChartPoint {
  readonly x: number;
  readonly values: readonly (Estimate | null)[];
}

export interface EstimateChart {
  readonly lines: readonly ChartLine[];
  readonly points: readonly ChartPoint[];
  readonly xAxis: WrittenAxis;
  readonly yAxis: WrittenAxis;
  readonly height: number;
  readonly format: (value: number) => string;
  /** A dashed line across, with its words, and those where there is less room; low ones have their words below them. */
  readonly reference?:
    { readonly at: number; readonly label: string; readonly short: string; readonly isLow?: boolean } | undefined;
  /** A dashed line upright, with its words: something begins there. */
  readonly moment?: { readonly at: number; readonly label: string } | undefined;
  /** What a screen reader says of it. */
  readonly summary: string;
}

/** The two sides, as in the charts of the comparison. */
export const sideLines: readonly ChartLine[] = [
  { label: sideWords[0], colour: 'var(--compare-without-validation)', dash: '9 5', mark: 'circle' },
  { label: sideWords[1], colour: 'var(--compare-with-validation)', dash: undefined, mark: 'diamond' },
];
