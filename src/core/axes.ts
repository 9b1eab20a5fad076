import { max, min, nice, ticks } from 'd3-array';
import type { ArmCurves, Curve, Measure, RunCurve } from './curves';
import type { Estimate } from './statistics';

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** What is on display beside the two means. */
export interface Shown {
  readonly seen: boolean;
  /** Single runs, of every arm; empty when they are not shown. */
  readonly runs: readonly RunCurve[];
}

/**
 * One axis for all arms. Before the first epoch it is taken from what guessing scores (accuracy 1/C, loss ln C); from the
 * first epoch on it only ever widens. Accuracy keeps at least its upper half: a shorter axis would make little look large.
 *
 * @param classes C >= 2
 */
export function valueAxis(arms: readonly ArmCurves[], measure: Measure, classes: number, shown: Shown): Axis {
  const curves: readonly Curve[] = shown.seen ? ['training', 'validation', 'seen'] : ['training', 'validation'];
  const values = extremes(arms, shown.runs, curves);
  if (measure === 'accuracy') {
    const lowest = min(values) ?? 1 / Math.max(classes, 2);
    // A hair is added, so that 0.3 stays 0.3 and not 0.2.
    const low = Math.max(0, Math.min(0.5, Math.floor(lowest * 10 + 1e-9) / 10));
    return { domain: [low, 1], ticks: ticks(low, 1, 6) };
  }
  return rounded(0, max([Math.log(Math.max(classes, 2)), ...values]) ?? 1);
}

/** For the chart of the gap; zero is always on it. */
export function gapAxis(arms: readonly ArmCurves[], measure: Measure, runs: readonly RunCurve[]): Axis {
  const values = extremes(arms, runs, ['gap']);
  return rounded(min([0, ...values]) ?? 0, max([measure === 'accuracy' ? 0.2 : 0.4, ...values]) ?? 1);
}

/** Whole epochs from 0 to the planned number, both included; about `wanted` of them. */
export function epochAxis(epochs: number, wanted = 6): Axis {
  const whole = ticks(0, epochs, wanted).filter((t) => Number.isInteger(t));
  const step = (whole[1] ?? epochs) - (whole[0] ?? 0);
  // A tick too near to the last would print over it.
  return { domain: [0, epochs], ticks: [...whole.filter((t) => epochs - t >= step * 0.6), epochs] };
}

function rounded(low: number, high: number): Axis {
  const [from, to] = nice(low, high, 5);
  return { domain: [from, to], ticks: ticks(from, to, 5) };
}

function extremes(arms: readonly ArmCurves[], runs: readonly RunCurve[], curves: readonly Curve[]): readonly number[] {
  const means = arms.flatMap(({ points }) => points.flatMap((p) => curves.flatMap((curve) => ends(p[curve]))));
  const single = runs.flatMap(({ points }) => points.flatMap((p) => curves.map((curve) => p[curve])));
  const finite = [...means, ...single].filter((v) => Number.isFinite(v));
  const [lowest, highest] = [min(finite), max(finite)];
  return lowest === undefined || highest === undefined ? [] : [lowest, highest];
}

const ends = (e: Estimate): readonly number[] => (e.kind === 'interval' ? [e.low, e.high] : [e.mean]);
