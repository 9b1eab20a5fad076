import { expect, it } from 'vitest';
import { armWords, histogram, isStill, shownClasses, spreadOf, wholePercent } from './monteCarloWords';

const passes = Float32Array.from({ length: 101 }, (_, i) => i / 100);
const masked = { whole: [0.17, 0.83], passes: [passes, passes] };
const still = { whole: [0.17, 0.83], passes: [new Float32Array(), new Float32Array()] };
const names = ['Plants', 'Animals'];

it('gives the middle 90 % beside the single answer', () => {
  expect(spreadOf(passes)?.low).toBeCloseTo(0.05);
  expect(armWords(masked, 101, names)).toBe(
    '101 masked passes: Animals between 5\u00a0% and 95\u00a0% in 90\u00a0% of them; the single answer is 83\u00a0%.',
  );
});

it('has one answer without masks', () => {
  expect(isStill(still)).toBe(true);
  expect(isStill({ ...still, passes: [Float32Array.of(0.5, 0.5)] })).toBe(true);
  expect(armWords(still, 200, names)).toBe('No masks: one answer, every time. Animals: 83\u00a0%.');
});

it('counts every pass once', () => {
  const bins = histogram(passes, 50);
  expect(bins.reduce((sum, n) => sum + n, 0)).toBe(101);
  expect(bins.at(-1)).toBe(3);
});

it('rounds nothing to certainty', () => {
  expect([wholePercent(0.999), wholePercent(1), wholePercent(0.001), wholePercent(0)]).toEqual([
    'over 99\u00a0%',
    '100\u00a0%',
    'under 1\u00a0%',
    '0\u00a0%',
  ]);
});

it('always shows the own class', () => {
  const arm = { whole: [0.5, 0.3, 0.1, 0.07, 0.03, 0], passes: [] };
  expect(shownClasses([arm], 5, 3)).toEqual([0, 1, 5]);
});
