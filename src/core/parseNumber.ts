import { t } from '@lingui/core/macro';
import { between, decimal, grouped } from './figures';
import type { NumberField } from './settingFields';

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  /** What is wanted instead: "a whole number from 1 to 500". */
  | { readonly ok: false; readonly wanted: string };

/** Reads a setting's value, typed or from a link. */
export function parseNumber(field: NumberField, text: string): ParsedNumber {
  const trimmed = plain(text.trim(), field.integer);
  const value = Number(trimmed);
  const fits =
    trimmed !== '' &&
    Number.isFinite(value) &&
    value >= field.min &&
    value <= field.max &&
    (!field.integer || Number.isInteger(value));
  if (fits) return { ok: true, value };
  const span = spanWords(field);
  return { ok: false, wanted: field.integer ? t`a whole number from ${span}` : t`a number from ${span}` };
}

/** "1 to 500", "0 to 0.9". */
export const spanWords = ({ min, max }: NumberField): string => between(written(min), written(max));

const written = (n: number) => (n >= 10_000 ? grouped(n) : decimal(n));

const groups = /^\d{1,3}([.,\s]\d{3})+$/;

/** A comma is the decimal sign in half of the world, and where a number is whole, "10,000" and "10.000" are both ten thousand. */
const plain = (text: string, isWhole: boolean): string =>
  isWhole && groups.test(text) ? text.replace(/[.,\s]/g, '') : text.replace(',', '.');
