import { max, min, nice, ticks } from 'd3-array';
import type { Axis } from '../../core/axes';
import { decimal } from '../../core/figures';
import type { Estimate } from '../../core/statistics';

/** An axis with what stands on it. */
export interface WrittenAxis extends Axis {
  readonly label: string;
  readonly tick: (value: number) => string;
}

const percentTick = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
export const plainTick = (value: number): string => decimal(Number(value.toPrecision(6))).replace('-', '−');

/** All of 0 to 100 %. */
export const wholeAxis = (label: string): WrittenAxis => ({
  domain: [0, 1],
  ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  label,
  tick: percentTick,
});

/** Accuracy keeps at least its upper half: a shorter axis would make little look large. */
export function accuracyAxis(estimates: readonly Estimate[], label: string): WrittenAxis {
  const lowest = min(estimates, (e) => (e.kind === 'interval' ? e.low : e.mean)) ?? 0;
  const low = Math.max(0, Math.min(0.5, Math.floor(lowest * 10 + 1e-9) / 10));
  return { domain: [low, 1], ticks: ticks(low, 1, 6), label, tick: percentTick };
}

/** From zero, for the same reason. */
export function zeroAxis(estimates: readonly Estimate[], label: string): WrittenAxis {
  const highest = max(estimates, (e) => (e.kind === 'interval' ? e.high : e.mean));
  const [from, to] = nice(0, highest !== undefined && highest > 0 ? highest : 1, 4);
  return { domain: [from, to], ticks: ticks(from, to, 4), label, tick: plainTick };
}
