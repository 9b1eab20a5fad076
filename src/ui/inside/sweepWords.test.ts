import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../core/statistics';
import type { SweepPoint } from '../../core/sweep';
import { type DoneSweep, sweepSummary, sweepWords } from './sweepWords';

const interval = (mean: number, half = 0.01): Estimate => ({
  kind: 'interval',
  mean,
  low: mean - half,
  high: mean + half,
  n: 5,
});
const single = (mean: number): Estimate => ({ kind: 'single', mean, n: 1 });

const at = (rate: number, training: number, validation: number, gain: Estimate): SweepPoint => ({
  rate,
  training: interval(training),
  validation: interval(validation),
  gap: interval(training - validation),
  gain,
});
const sweep = (points: readonly SweepPoint[], wrongShare = 0): DoneSweep => ({
  points,
  seeds: 5,
  epochs: 30,
  wrongShare,
});
const base = at(0, 1, 0.8, interval(0, 0));
const better = at(0.5, 0.97, 0.86, interval(0.06, 0.02));
const open = at(0.3, 0.99, 0.84, interval(0.04, 0.05));
const worst = at(0.9, 0.7, 0.68, interval(-0.12, 0.03));
const said = (points: readonly SweepPoint[], wrongShare = 0) => {
  const { main, more } = sweepWords(sweep(points, wrongShare));
  return [main, ...more].join(' ');
};

describe('the best rate', () => {
  it('is better only by its interval, and was picked', () => {
    expect(said([base, better])).toContain('better than no dropout by +6.0 points (95\u00a0% interval +4.0 to +8.0)');
    expect(said([base, better])).toContain('It is the best of 2, picked');
  });

  it('may be within the spread', () => {
    expect(said([base, open])).toContain('Cannot tell: within the spread over seeds.');
    expect(said([base, open])).not.toContain('better than');
  });

  it('may be none', () => expect(said([base, worst])).toContain('No dropout has the highest mean'));

  it('is not told from one seed', () => {
    const once = [base, better].map((p) => ({
      ...p,
      training: single(p.training.mean),
      validation: single(p.validation.mean),
      gap: single(p.gap.mean),
      gain: single(p.gain.mean),
    }));
    expect(said(once)).toContain('One seed: no interval');
    expect(said(once)).not.toContain('fitting');
  });

  it('is none where nothing was dropped', () =>
    expect(said([base, { ...base, rate: 0.5 }])).toContain('exactly the same'));
});

describe('fitting', () => {
  it('shows where the intervals say so', () => {
    expect(said([base, worst])).toContain('Over-fitting shows without dropout');
    expect(said([base, worst])).toContain('At rate 0.9 training accuracy is well below');
    expect(said([base, worst])).toContain('Validation accuracy is lower than without dropout, too, at rate 0.9.');
  });

  it('does not show where they do not', () => {
    const unsure = { ...base, gap: interval(0.2, 0.3) };
    const vague = { ...worst, training: interval(0.8, 0.3) };
    expect(said([unsure, vague])).not.toContain('fitting');
  });

  it('is no under-fitting where validation gains', () => {
    expect(said([base, at(0.5, 0.9, 0.86, interval(0.06, 0.02))])).not.toContain('under-fitting');
  });

  it('counts wrong labels learned by heart, and not their loss', () => {
    const words = said([base, at(0.5, 0.85, 0.8, interval(0, 0.02))], 0.2);
    expect(words).toContain('Some wrong labels were learned by heart');
    expect(words).not.toContain('under-fitting');
    expect(said([base, at(0.9, 0.6, 0.8, interval(0, 0.02))], 0.2)).toContain('under-fitting');
  });
});

it('puts the chart into words', () =>
  expect(sweepSummary(sweep([base, better]))).toContain('Highest validation mean: 86.0\u00a0% at rate 0.5.'));
