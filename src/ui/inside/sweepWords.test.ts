import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../core/statistics';
import { interval } from '../../core/statistics.fixture';
import { experimentOf, run, score } from '../../core/history.fixture';
import { defaultSettings } from '../../core/settings';
import { isOneSplit, validationGroupsOf } from '../../core/sharedPictures';
import { sweepExperiment, sweepPoints, type SweepPoint } from '../../core/sweep';
import { sweepRates } from '../../core/sweepRates';
import { type DoneSweep, sweepSummary, sweepWords } from './sweepWords';

const single = (mean: number): Estimate => ({ kind: 'single', mean, n: 1 });

const at = (rate: number, training: number, validation: number, gain: Estimate): SweepPoint => ({
  rate,
  training: interval(training),
  validation: interval(validation),
  gap: interval(training - validation),
  gain,
  isIdentical: rate === 0,
});
const sweep = (points: readonly SweepPoint[], wrongShare = 0): DoneSweep => ({
  points,
  seeds: 5,
  isOneSplit: false,
  validationGroups: null,
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

  it('may be none, better than the next only by its interval', () => {
    expect(said([base, worst])).toContain(
      'No dropout has the highest mean validation accuracy, 80.0\u00a0%: better than rate 0.9, the next, by +12.0 points (95\u00a0% interval +9.0 to +15.0).',
    );
    expect(said([base, worst])).toContain('It is the best of 2, picked');
    const near = at(0.3, 0.99, 0.79, interval(-0.01, 0.05));
    expect(said([base, near, worst])).toContain(
      'No dropout has the highest mean validation accuracy, 80.0\u00a0%. Rate 0.3, the next, compared to no dropout: −1.0 points (95\u00a0% interval −6.0 to +4.0). Cannot tell: within the spread over seeds.',
    );
    expect(said([base, near, worst])).not.toMatch(/better than|picked/);
  });

  it('may be shared, and then none is the best', () => {
    const level = at(0.2, 0.99, 0.8 + 2e-16, interval(0, 0.03));
    expect(said([base, level, worst])).toContain(
      'No dropout and rate 0.2 share the highest mean validation accuracy, 80.0\u00a0%. Rate 0.2 compared to no dropout: 0.0 points',
    );
    expect(said([base, level, worst])).toContain('Cannot tell');
    const twice = said([base, better, { ...better, rate: 0.6 }]);
    expect(twice).toContain(
      'Rates 0.5 and 0.6 share the highest mean validation accuracy, 86.0\u00a0%. Rate 0.5 is better',
    );
  });

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

  it('is not compared where a run failed', () =>
    expect(said([base, { ...better, gain: interval(Number.NaN) }])).toBe(
      'A run failed, so the rates cannot be compared.',
    ));
});

/** A sweep from the core itself. */
function swept(seeds: number, fixed: boolean, accuracy: (rate: number, seed: number) => number): DoneSweep {
  const experiment = sweepExperiment(defaultSettings, experimentOf(seeds, 3, { fixed }).trials);
  const runs = sweepRates.flatMap((rate) =>
    Array.from({ length: seeds }, (_, k) => run(score(0.95, 1), score(accuracy(rate, k), 1))),
  );
  return {
    points: sweepPoints(experiment, { epoch: 30, runs }),
    seeds,
    isOneSplit: isOneSplit(experiment.trials),
    validationGroups: validationGroupsOf(experiment.trials),
    epochs: 30,
    wrongShare: 0,
  };
}

describe('a sweep of the core', () => {
  it('tells that all rates gave the same, with intervals and without', () => {
    for (const seeds of [1, 3])
      expect(sweepWords(swept(seeds, false, (_, k) => 0.7 + k / 100)).main).toBe(
        'All rates gave exactly the same: here dropout changed nothing.',
      );
  });

  it('does not tell so where equal accuracies came of unequal runs', () => {
    const equal = swept(3, false, () => 0.7);
    const points = equal.points.map((point) => ({ ...point, isIdentical: point.rate === 0 }));
    expect(sweepWords({ ...equal, points }).main).not.toContain('exactly the same: here');
  });

  it('is of one split where all seeds share it, and says what the intervals allow for', () => {
    const best = (rate: number, k: number) => (rate === 0.5 ? 0.9 : 0.5) + k / 100;
    const one = sweepWords(swept(3, true, best));
    expect(one.main).toMatch(/^On this one split: rate 0\.5 has the highest .* better than no dropout by/);
    expect(one.more.join(' ')).toContain('also allow for the choice of the validation pictures');
    const own = sweepWords(swept(3, false, best));
    expect(own.main).toMatch(/^Rate 0\.5 has/);
    expect(own.more.join(' ')).not.toContain('choice of the validation pictures');
    expect(sweepWords(swept(3, true, (rate) => (rate === 0.5 ? 0.51 : 0.5))).main).toContain(
      'Cannot tell: within the spread over seeds and validation pictures.',
    );
  });
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

it('says how pictures that come in groups count', () => {
  const validationGroups = { pictures: 40, groups: 4, independent: 4, common: 1 };
  const of = (more: Partial<DoneSweep>) => sweepWords({ ...sweep([base, better]), ...more }).more.join(' ');
  expect(of({ validationGroups })).toContain('they count as 4.');
  expect(of({ validationGroups, seeds: 1 })).not.toContain('recording');
  expect(of({})).not.toContain('recording');
});
