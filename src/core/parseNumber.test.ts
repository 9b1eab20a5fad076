import { expect, test } from 'vitest';
import { fields } from './settingFields';
import { parseNumber, spanWords } from './parseNumber';

test.each([
  ['0.5', 0.5],
  [' 0,35 ', 0.35],
  ['0', 0],
  ['.9', 0.9],
])('dropout %j is %d', (text, value) => expect(parseNumber(fields.dropout, text)).toEqual({ ok: true, value }));

test.each(['', ' ', '0.95', '-0.1', 'half', '1e999', 'NaN'])('dropout %j is refused', (text) => {
  expect(parseNumber(fields.dropout, text)).toEqual({
    ok: false,
    wanted: 'a number from 0 to 0.9',
  });
});

test('a whole number is asked for where one is needed', () => {
  expect(parseNumber(fields.epochs, '60')).toEqual({ ok: true, value: 60 });
  expect(parseNumber(fields.epochs, '60.5')).toEqual({
    ok: false,
    wanted: 'a whole number from 1 to 500',
  });
});

test('ranges are written out', () => {
  expect(spanWords(fields.seed)).toBe('0 to 999,999');
  expect(spanWords(fields.lr)).toBe('0.0001 to 0.1');
});
