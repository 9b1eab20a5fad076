import { t } from '@lingui/core/macro';
import type { NumberField } from './settingFields';

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  /** What is wanted instead: "a whole number from 1 to 500". */
  | { readonly ok: false; readonly wanted: string };

/** Reads a setting's value, typed or from a link. */
export function parseNumber(field: NumberField, text: string): ParsedNumber {
  // A comma is the decimal sign in half of the world.
  const trimmed = text.trim().replace(',', '.');
  const value = Number(trimmed);
  const fits =
    trimmed !== '' &&
    Number.isFinite(value) &&
    value >= field.min &&
    value <= field.max &&
    (!field.integer || Number.isInteger(value));
  return fits
    ? { ok: true, value }
    : { ok: false, wanted: t`a ${field.integer ? 'whole ' : ''}number from ${spanWords(field)}` };
}

/** "1 to 500", "0 to 0.9". */
export const spanWords = ({ min, max }: NumberField) => t`${plain(min)} to ${plain(max)}`;

const plain = (n: number) => (n >= 10_000 ? grouped : ungrouped).format(n);

// Made once: each takes longer than all that it writes.
const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const ungrouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6, useGrouping: false });
