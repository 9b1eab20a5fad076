import { plural, t } from '@lingui/core/macro';
import type { BaseState } from '../../core/baseState';
import { fixed, grouped } from '../../core/figures';

/** @param bytes 0 or more; the answer has one decimal. */
export const megabytes = (bytes: number) => fixed(bytes / 1_000_000, 1);

/** Slow machines get a decimal, fast ones do not flicker. */
export const speedFigure = (perSecond: number): string =>
  perSecond < 10 ? fixed(perSecond, 1) : grouped(Math.round(perSecond));

export function speedWords(perSecond: number): string {
  const shown = speedFigure(perSecond);
  return t`${shown} pictures a second`;
}

/** "8 s", "1 min 20 s"; never "0 s" while something is left. */
export function secondsWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** Counts that nobody reads to the last digit: 2_014_924 -> "2.01 million", 538_608 -> "539,000". */
export function aboutWords(n: number): string {
  if (n < 100_000) return grouped(Math.round(n));
  if (n < 999_500) return grouped(Number(n.toPrecision(3)));
  return n < 999_500_000
    ? plural(Number((n / 1e6).toPrecision(3)), { one: '# million', other: '# million' })
    : plural(Number((n / 1e9).toPrecision(3)), { one: '# billion', other: '# billion' });
}

/** "512 KB", "4.0 MB", "1.2 GB" */
export function bytesWords(bytes: number): string {
  if (bytes < 999_500) return `${grouped(Math.ceil(bytes / 1000))} KB`;
  return bytes < 999_950_000 ? `${megabytes(bytes)} MB` : `${fixed(bytes / 1e9, 1)} GB`;
}

/** What stands under "324 pictures, 120 features each". */
export function readyWords(state: Omit<Extract<BaseState, { readonly phase: 'ready' }>, 'phase' | 'report'>): string {
  const { copies, perSecond } = state;
  const speed = perSecond === null ? '' : speedWords(perSecond);
  return [
    perSecond === null ? '' : t`Computed at ${speed}, and kept.`,
    reusedWords(state),
    copies === 0
      ? ''
      : plural(copies, {
          one: '# altered copy has features as well.',
          other: '# altered copies have features as well.',
        }),
    t`Training does not touch the base again.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function reusedWords({
  pictures,
  perSecond,
  reused,
}: {
  readonly pictures: number;
  readonly perSecond: number | null;
  readonly reused: number;
}): string {
  if (reused === 0) return '';
  if (reused < pictures)
    return plural(reused, {
      one: '# of them was known from before.',
      other: '# of them were known from before.',
    });
  return perSecond === null
    ? t`All of them were known from before; nothing had to be computed.`
    : t`All of them were known from before.`;
}
