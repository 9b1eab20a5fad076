import { expect, it } from 'vitest';
import type { Estimate } from '../../core/statistics';
import { changeWords, inPoints, inSimilarity, negated, onSplit, told, withinSpreadOf } from './estimateWords';

const interval = (mean: number, low: number, high: number): Estimate => ({ kind: 'interval', mean, low, high, n: 5 });

it('never tells more than the interval', () => {
  expect(told(interval(0.1, 0.01, 0.2))).toBe('above');
  expect(told(interval(-0.1, -0.2, -0.01))).toBe('below');
  expect(told(interval(0.1, -0.01, 0.2))).toBe('cannot tell');
  expect(told(interval(0.1, 0, 0.2))).toBe('cannot tell');
  expect(told(interval(0, 0, 0))).toBe('identical');
  expect(told({ kind: 'single', mean: 0.9, n: 1 })).toBe('one seed');
  expect(told({ kind: 'single', mean: Number.NaN, n: 1 })).toBe('no value');
});

it('writes a change with its interval', () => {
  expect(changeWords(interval(0.078, 0.031, 0.125), inPoints)).toBe('+7.8 points (95\u00a0% interval +3.1 to +12.5)');
  expect(changeWords({ kind: 'single', mean: -0.2, n: 1 }, inSimilarity)).toBe('−0.20');
});

it('takes more decimals where fewer would touch zero', () => {
  expect(changeWords(interval(0.004, 0.002, 0.006), inSimilarity)).toBe('+0.004 (95\u00a0% interval +0.002 to +0.006)');
});

it('takes more decimals where fewer would take its width away, and none for one that has none', () => {
  expect(changeWords(interval(0.03, 0.0271, 0.0329), inSimilarity)).toBe(
    '+0.030 (95\u00a0% interval +0.027 to +0.033)',
  );
  expect(changeWords(interval(0.03, 0.03, 0.03), inSimilarity)).toBe('+0.03 (95\u00a0% interval +0.03 to +0.03)');
});

it('turns a difference round with its interval', () => {
  expect(negated(interval(-0.2, -0.3, -0.1))).toEqual(interval(0.2, 0.1, 0.3));
  expect(negated({ kind: 'single', mean: 0.2, n: 1 })).toEqual({ kind: 'single', mean: -0.2, n: 1 });
});

it('says of one split that it is one', () => {
  expect(onSplit(true, 'Rate 0.5 is best.')).toBe('On this one split: rate 0.5 is best.');
  expect(onSplit(false, 'Rate 0.5 is best.')).toBe('Rate 0.5 is best.');
  expect(withinSpreadOf(true)).toContain('seeds and validation pictures');
  expect(withinSpreadOf(false)).not.toContain('pictures');
});
