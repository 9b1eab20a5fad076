import { t } from '@lingui/core/macro';
import { i18n } from './language';

/**
 * How numbers are written, everywhere alike: a no-break space before the unit, a real minus sign, and the decimal sign of
 * the page's language. Files that machines read do not go through here.
 */

/** 0.705 -> "70.5 %"; exactly 0 and 1 without decimals. */
export const percent = (share: number): string => `${plain(share * 100, share === 0 || share === 1 ? 0 : 1)}\u00a0%`;

/** A share that somebody set, such as a rate: 0.2 -> "20 %", 0.125 -> "12.5 %". */
export const setPercent = (share: number): string => `${decimal(Number((share * 100).toFixed(1)))}\u00a0%`;

/** A difference of shares in percentage points, without its unit: 0.066 -> "6.6". */
export const points = (difference: number): string => plain(difference * 100, 1);

/** Cross-entropy in nats: 0.613 -> "0.61". */
export const nats = (loss: number): string => plain(loss, 2);

/** With its sign, "+6.6" or "−6.6"; what rounds to zero, and what is no number, has none. */
export const signed = (figure: string): string =>
  figure.startsWith('−') || !/[1-9]/.test(figure) ? figure : `+${figure}`;

/** A whole number as the page's language writes it: 1234 -> "1,234". */
export const grouped = (n: number): string => i18n.number(n);

/** A number as it is, with all its digits and none grouped: 0.2 -> "0.2", and "0,2" where the language has a comma. */
export const decimal = (n: number): string => n.toString().replace('.', decimalSign);

/** As many decimals as are asked for: (0.25, 2) -> "0.25". */
export const fixed = (value: number, decimals: number): string => plain(value, decimals);

/** "−0.4 to +1.0": what a sentence, or the label of a range, has of its two ends. */
export const between = (low: string, high: string): string => t`${low} to ${high}`;

/** "." in English, "," in Spanish. */
export const decimalSign = i18n.number(0.5).replace(/\d/g, '');

// By toFixed and not by Intl, which takes 1.005 for 1.01: one figure must not differ between two languages.
function plain(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return t`not a number`;
  const text = value.toFixed(decimals).replace('.', decimalSign);
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}
