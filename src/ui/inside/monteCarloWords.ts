import { plural, t } from '@lingui/core/macro';
import type { MonteCarloView } from '../../core/inside/inside';

export type MonteCarloArm = MonteCarloView['arms'][number];

/** How the masked answers spread, of one class. */
export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The middle 90 % of the passes; null where there are none. @param sorted ascending */
export function spreadOf(sorted: Float32Array): Spread | null {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [low, middle, high] = [at(0.05), at(0.5), at(0.95)];
  return low === undefined || middle === undefined || high === undefined ? null : { low, middle, high };
}

/** Whether no mask changed any answer. */
export const isStill = ({ passes }: MonteCarloArm): boolean =>
  passes.every((sorted) => (sorted.at(-1) ?? 0) === (sorted[0] ?? 0));

/** How many passes fall into each of `bins` equal parts of 0 to 1. */
export function histogram(values: Float32Array, bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.max(0, Math.min(bins - 1, Math.floor(value * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The class of the single answer. */
const answerOf = ({ whole }: MonteCarloArm): number => whole.indexOf(Math.max(...whole));

/**
 * Whole percent; between 99.5 and 100 it is not rounded up to certainty, nor down to impossible.
 */
export function wholePercent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return t`over 99\u00a0%`;
  if (whole === 0 && share > 0) return t`under 1\u00a0%`;
  return `${whole}\u00a0%`;
}

/** "200 masked passes: Animals between 42 % and 97 % in 90 % of them; the single answer is 83 %." */
export function armWords(arm: MonteCarloArm, passes: number, classNames: readonly string[]): string {
  const answer = answerOf(arm);
  const name = classNames[answer] ?? '';
  const single = wholePercent(arm.whole[answer] ?? 0);
  const spread = arm.passes[answer] && spreadOf(arm.passes[answer]);
  if (isStill(arm) || !spread) return t`No masks: one answer, every time. ${name}: ${single}.`;
  const [low, high] = [wholePercent(spread.low), wholePercent(spread.high)];
  return t`${plural(passes, { one: '# masked pass', other: '# masked passes' })}: ${name} between ${low} and ${high} in 90\u00a0% of them; the single answer is ${single}.`;
}

/** Few enough classes to draw: those that either side gives most to, and always the picture's own; in their own order. */
export function shownClasses(arms: readonly MonteCarloArm[], own: number, most = 6): readonly number[] {
  const classes = arms[0]?.whole.length ?? 0;
  const given = (c: number) => (c === own ? 2 : Math.max(...arms.map(({ whole }) => whole[c] ?? 0)));
  return Array.from({ length: classes }, (_, c) => c)
    .toSorted((a, b) => given(b) - given(a))
    .slice(0, most)
    .toSorted((a, b) => a - b);
}
