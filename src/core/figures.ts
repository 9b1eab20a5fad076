import { t } from '@lingui/core/macro';
import { i18n } from './language';

/** How numbers are written, everywhere alike: a no-break space before the unit, and a real minus sign. */

/** 0.705 -> "70.5 %"; exactly 0 and 1 without decimals. */
export const percent = (share: number): string => `${plain(share * 100, share === 0 || share === 1 ? 0 : 1)}\u00a0%`;

/** A share that somebody set, such as a rate: 0.2 -> "20 %", 0.125 -> "12.5 %". */
export const setPercent = (share: number): string => `${Number((share * 100).toFixed(1))}\u00a0%`;

/** A difference of shares in percentage points, without its unit: 0.066 -> "6.6". */
export const points = (difference: number): string => plain(difference * 100, 1);

/** Cross-entropy in nats: 0.613 -> "0.61". */
export const nats = (loss: number): string => plain(loss, 2);

/** With its sign, "+6.6" or "−6.6"; what rounds to zero has none. */
export function signed(figure: string): string {
  const isZero = Number(figure.replace('−', '-')) === 0;
  return isZero || figure.startsWith('−') ? figure : `+${figure}`;
}

/** A whole number as the page's language writes it: 1234 -> "1,234". */
export const grouped = (n: number): string => i18n.number(n);

/** "1 seed", "5 seeds". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

function plain(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return t`not a number`;
  const text = value.toFixed(decimals);
  if (Number(text) === 0) return text.replace('-', '');
  return text.replace('-', '−');
}
