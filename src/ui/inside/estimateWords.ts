import { t } from '@lingui/core/macro';
import { between, fixed, points, signed } from '../../core/figures';
import type { Estimate } from '../../core/statistics';

/** What a difference says at 95 %; no sentence about it may say more. */
export type Told = 'above' | 'below' | 'cannot tell' | 'identical' | 'one seed' | 'no value';

export function told(e: Estimate): Told {
  if (!Number.isFinite(e.mean)) return 'no value';
  if (e.kind === 'single') return 'one seed';
  // Every seed gave exactly zero: nothing differs, so there is nothing to tell.
  if (e.low === 0 && e.high === 0) return 'identical';
  if (e.low > 0) return 'above';
  return e.high < 0 ? 'below' : 'cannot tell';
}

/** How a kind of figure is written. */
export interface Unit {
  readonly times: number;
  /** The fewest; more where fewer would round to zero what is not zero. */
  readonly decimals: number;
  /** A figure with its unit. */
  readonly written: (figure: string) => string;
}

export const inPoints: Unit = { times: 100, decimals: 1, written: (figure) => t`${figure} points` };
export const inSimilarity: Unit = { times: 1, decimals: 2, written: (figure) => figure };
export const inNorm: Unit = { times: 1, decimals: 1, written: (figure) => figure };

/** "+7.8 points (95 % interval +3.1 to +12.5)"; without an interval, the figure alone. */
export function changeWords(e: Estimate, unit: Unit): string {
  const write = writer(e, unit);
  const change = unit.written(write(e.mean));
  if (e.kind === 'single') return change;
  const [low, high] = [write(e.low), write(e.high)];
  return t`${change} (95\u00a0% interval ${low} to ${high})`;
}

/** An interval that leaves zero out must not read as if it touched it, and one that has a width as if it had none. */
function writer(e: Estimate, { times, decimals }: Unit): (value: number) => string {
  const values = e.kind === 'single' ? [e.mean] : [e.mean, e.low, e.high];
  const isLost = (digits: number) =>
    values.some((v) => v !== 0 && Number.isFinite(v) && Number((v * times).toFixed(digits)) === 0);
  const isFlat = (digits: number) =>
    e.kind === 'interval' && e.low < e.high && (e.low * times).toFixed(digits) === (e.high * times).toFixed(digits);
  let digits = decimals;
  while (digits < decimals + 3 && (isLost(digits) || isFlat(digits))) digits++;
  return (value) => signed(fixed(value * times, digits));
}

export const oneSeed = t`One seed: no interval, so nothing can be told apart.`;
export const withinSpread = t`Cannot tell: within the spread over seeds.`;

/** The other way round, to speak of what is lower as the better of two. */
export const negated = (e: Estimate): Estimate =>
  e.kind === 'single' ? { ...e, mean: -e.mean } : { ...e, mean: -e.mean, low: -e.high, high: -e.low };

/** Where all seeds check with the same pictures, intervals of a difference in accuracy allow for their choice, too. */
export const withinSpreadOf = (isOneSplit: boolean): string =>
  isOneSplit ? t`Cannot tell: within the spread over seeds and validation pictures.` : withinSpread;

/** What is said of one split is not said of others. */
export const onSplit = (isOneSplit: boolean, sentence: string): string =>
  isOneSplit ? onThisSplit(`${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`) : sentence;
const onThisSplit = (sentence: string) => t`On this one split: ${sentence}`;

/** "70.5 to 74.2" for a table; a dash where there is no interval. */
export const intervalCell = (e: Estimate, write: (value: number) => string): string =>
  e.kind === 'single' ? '–' : between(write(e.low), write(e.high));

/** A difference in points for a table: signed, without its unit. */
export const signedPoints = (value: number): string => signed(points(value));
