import { describe, expect, it } from 'vitest';
import { experimentOf as compared, run, score } from './history.fixture';
import { experimentOf } from './experiment';
import type { EpochMetrics } from './metrics';
import { defaultSettings } from './settings';
import { roundingSd, samplingHalfWidth } from './statistics';
import { sweepExperiment, sweepPoints } from './sweep';
import { sweepRates } from './sweepRates';

const pictures = 50;
const sweepOf = (seeds: number) => sweepExperiment(defaultSettings, compared(seeds, 3, { pictures }).trials);

/** Of the last epoch: by rate and seed, accuracies on both sides. */
const lastOf = (
  seeds: number,
  accuracies: (rate: number, seed: number) => readonly [number, number],
): EpochMetrics => ({
  epoch: 60,
  runs: sweepRates.flatMap((rate) =>
    Array.from({ length: seeds }, (_, k) => {
      const [training, validation] = accuracies(rate, k);
      return run(score(training, 1), score(validation, 1));
    }),
  ),
});

describe('sweepExperiment', () => {
  it('has an arm per rate over the same trials, and nothing else differs from the comparison', () => {
    const { trials } = compared(3);
    const settings = { ...defaultSettings, dropout: 0.35, hidden: 7 };
    const { arms, ...rest } = sweepExperiment(settings, trials);
    expect(arms.map(({ dropoutRate }) => dropoutRate)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(new Set(arms.map(({ name }) => name)).size).toBe(10);
    const { arms: _, ...comparison } = experimentOf(settings, trials);
    expect(rest).toEqual(comparison);
    expect(rest.trials).toBe(trials);
  });
});

describe('sweepPoints', () => {
  it('takes each rate’s own runs, all seeds of it', () => {
    const points = sweepPoints(
      sweepOf(2),
      lastOf(2, (rate, k) => [0.9 + k / 100, 0.5 + rate / 10 + k / 10]),
    );
    expect(points.map(({ rate }) => rate)).toEqual(sweepRates);
    points.forEach(({ rate, training, validation, gap }) => {
      expect(validation.n).toBe(2);
      expect(validation.mean).toBeCloseTo(0.55 + rate / 10, 12);
      expect(training.mean).toBeCloseTo(0.905, 12);
      expect(gap.mean).toBeCloseTo(0.355 - rate / 10, 12);
    });
  });

  it('gains exactly nothing at rate 0, however the seeds scatter', () => {
    const [zero, ...others] = sweepPoints(
      sweepOf(3),
      lastOf(3, (rate, k) => [1, 0.1 + 0.3 * k + rate / 10]),
    );
    expect(zero?.gain).toEqual({ kind: 'interval', mean: 0, low: 0, high: 0, n: 3 });
    for (const { rate, gain } of others) expect(gain.mean).toBeCloseTo(rate / 10, 12);
  });

  it('has the paired t-interval for a gain: what seeds share cancels out', () => {
    // Gains at 0.5: 0.1, 0.2, 0.3: mean 0.2, sd 0.1, t(0.975, 2) = 4.3026527.
    const gain = sweepPoints(
      sweepOf(3),
      lastOf(3, (rate, k) => [1, 0.2 * k + (rate === 0.5 ? 0.1 * (k + 1) : 0)]),
    )[5]?.gain;
    if (gain?.kind !== 'interval') throw new Error('Three seeds have an interval.');
    expect(gain.mean).toBeCloseTo(0.2, 12);
    expect(gain.high - gain.mean).toBeCloseTo((4.3026527 * 0.1) / Math.sqrt(3), 6);
    expect(gain.mean - gain.low).toBeCloseTo(gain.high - gain.mean, 12);
  });

  it('never claims certainty where seeds agree to the picture by luck', () => {
    const [, point] = sweepPoints(
      sweepOf(2),
      lastOf(2, (rate) => [0.8, rate === 0 ? 0.5 : 0.52]),
    );
    // t(0.975, 1) = 12.7062
    const half = (12.7062 * roundingSd(1 / pictures)) / Math.sqrt(2);
    for (const e of [point?.gain, point?.validation]) {
      if (e?.kind !== 'interval') throw new Error('Two seeds have an interval.');
      expect(e.high - e.mean).toBeCloseTo(half, 5);
    }
  });

  it('of runs that are the same to the last digit gains exactly nothing, and says so', () => {
    const points = sweepPoints(
      sweepOf(3),
      lastOf(3, (rate, k) => [1, rate < 0.5 ? 0.4 + k / 10 : 0.4]),
    );
    expect(points.map(({ isIdentical }) => isIdentical)).toEqual(sweepRates.map((rate) => rate < 0.5));
    expect(points[3]?.gain).toEqual({ kind: 'interval', mean: 0, low: 0, high: 0, n: 3 });
  });

  it('on one split allows for the choice of its validation pictures, as the verdict does', () => {
    const of = (fixed: boolean) =>
      sweepPoints(
        sweepExperiment(defaultSettings, compared(3, 3, { pictures, fixed }).trials),
        lastOf(3, (rate) => [1, rate === 0 ? 0.5 : 0.6]),
      )[1]?.gain;
    const half = (e: ReturnType<typeof of>) => (e?.kind === 'interval' ? e.high - e.mean : Number.NaN);
    expect(half(of(true))).toBeCloseTo(Math.hypot(half(of(false)), samplingHalfWidth(0.5, 0.6, pictures)), 12);
  });

  it('counts groups there, as the verdict does', () => {
    const { trials } = compared(3, 3, { fixed: true, groups: [10, 10, 10] });
    const [, point] = sweepPoints(
      sweepExperiment(defaultSettings, trials),
      lastOf(3, (rate) => [1, rate === 0 ? 0.5 : 0.6]),
    );
    const e = point?.gain;
    expect(e?.kind === 'interval' && e.high - e.mean).toBeGreaterThan(samplingHalfWidth(0.5, 0.6, 3) - 1e-12);
  });

  it('cuts accuracies to what is possible, and has no interval for one seed', () => {
    const [first] = sweepPoints(
      sweepOf(2),
      lastOf(2, (_, k) => [k, 1 - k]),
    );
    expect(first?.training).toMatchObject({ mean: 0.5, low: 0, high: 1 });
    expect(first?.validation).toMatchObject({ mean: 0.5, low: 0, high: 1 });
    const [, single] = sweepPoints(
      sweepOf(1),
      lastOf(1, (rate) => [1, 0.5 + rate]),
    );
    expect(single?.validation).toEqual({ kind: 'single', mean: 0.6, n: 1 });
    expect(single?.gain.kind).toBe('single');
  });
});
