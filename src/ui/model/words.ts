import { t } from '@lingui/core/macro';
import type { BaseState } from '../../core/baseState';
import { count } from '../../core/figures';

/** Numbers as the page writes them. */
export const countWords = (n: number) => n.toLocaleString('en');

/** @param bytes 0 or more; the answer has one decimal. */
export const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

/** Slow machines get a decimal, fast ones do not flicker. */
export function speedWords(perSecond: number): string {
  const shown = perSecond < 10 ? perSecond.toFixed(1) : countWords(Math.round(perSecond));
  return t`${shown} pictures a second`;
}

/** "8 s", "1 min 20 s"; never "0 s" while something is left. */
export function secondsWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return rest === 0 ? t`${Math.floor(whole / 60)} min` : t`${Math.floor(whole / 60)} min ${rest} s`;
}

/** Counts that nobody reads to the last digit: 2_014_924 -> "2.01 million", 538_608 -> "539,000". */
export function aboutWords(n: number): string {
  if (n < 100_000) return countWords(Math.round(n));
  if (n < 999_500) return countWords(Number(n.toPrecision(3)));
  const [size, word] = n < 999_500_000 ? ([1e6, 'million'] as const) : ([1e9, 'billion'] as const);
  return `${Number((n / size).toPrecision(3))} ${word}`;
}

/** "512 KB", "4.0 MB", "1.2 GB" */
export function bytesWords(bytes: number): string {
  if (bytes < 999_500) return t`${countWords(Math.ceil(bytes / 1000))} KB`;
  return bytes < 999_950_000 ? t`${megabytes(bytes)} MB` : t`${(bytes / 1e9).toFixed(1)} GB`;
}

/** What stands under "324 pictures, 120 features each". */
export function readyWords(state: Omit<Extract<BaseState, { readonly phase: 'ready' }>, 'phase' | 'report'>): string {
  const { pictures, copies, perSecond, reused } = state;
  return [
    perSecond === null ? '' : t`Computed at ${speedWords(perSecond)}, and kept.`,
    reused === 0
      ? ''
      : reused === pictures
        ? t`All of them were known from before${perSecond === null ? '; nothing had to be computed' : ''}.`
        : t`${countWords(reused)} of them were known from before.`,
    copies === 0 ? '' : t`${count(copies, t`altered copy has`, t`altered copies have`)} features as well.`,
    t`Training does not touch the base again.`,
  ]
    .filter(Boolean)
    .join(' ');
}
