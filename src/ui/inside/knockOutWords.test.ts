import { expect, it } from 'vitest';
import type { KnockOutView } from '../../core/inside/inside';
import type { Estimate } from '../../core/statistics';
import { knockOutSummary, knockOutWords } from './knockOutWords';

const interval = (mean: number, half: number): Estimate => ({
  kind: 'interval',
  mean,
  low: mean - half,
  high: mean + half,
  n: 5,
});
const view = (atHalf: Estimate): KnockOutView => ({
  epoch: 30,
  shares: [0, 0.5, 1],
  arms: [
    [interval(0.9, 0.02), interval(0.6, 0.05), interval(0.33, 0)],
    [interval(0.91, 0.02), interval(0.7, 0.05), interval(0.33, 0)],
  ],
  difference: [interval(0.01, 0.02), atHalf, interval(0, 0)],
  draws: 20,
  seeds: 5,
  chance: 1 / 3,
});

it('concludes what the interval says', () => {
  expect(knockOutWords(view(interval(0.1, 0.05))).conclusion).toContain('with dropout answers better');
  expect(knockOutWords(view(interval(-0.1, 0.05))).conclusion).toContain('with dropout answers worse');
  expect(knockOutWords(view(interval(0.1, 0.15))).conclusion).toBe('Cannot tell: within the spread over seeds.');
  expect(knockOutWords(view(interval(0, 0))).conclusion).toContain('exactly alike');
  expect(knockOutWords(view({ kind: 'single', mean: 0.1, n: 1 })).conclusion).toContain('One seed: no interval');
});

it('gives the numbers at half, and the head start', () => {
  const [atHalf, atNone] = knockOutWords(view(interval(0.1, 0.05))).more;
  expect(atHalf).toContain('70.0\u00a0% with dropout and 60.0\u00a0% without');
  expect(atHalf).toContain('+10.0 points (95\u00a0% interval +5.0 to +15.0)');
  expect(atNone).toContain('+1.0 points (95\u00a0% interval −1.0 to +3.0)');
});

it('puts the chart into words', () =>
  expect(knockOutSummary(view(interval(0.1, 0.05)))).toContain('at 100\u00a0% removed'));
