import { describe, expect, it } from 'vitest';
import { experimentOf, historyOf, run, score } from './history.fixture';
import type { EpochMetrics, RunMetrics } from './metrics';
import { verdictOf, type Evidence } from './verdict';

const evidence = (seeds: number, history: readonly EpochMetrics[], more: Partial<Evidence> = {}): Evidence => ({
  experiment: experimentOf(seeds),
  history,
  phase: 'finished',
  noise: 0,
  splitFixed: false,
  ...more,
});

/** One epoch: validation accuracies of both arms, seed by seed; training at 1 and 0.9. */
const epoch = (left: readonly number[], right: readonly number[]): readonly RunMetrics[] => [
  ...left.map((v) => run(score(1, 0), score(v, 1 - v))),
  ...right.map((v) => run(score(0.9, 0.2), score(v, 1 - v))),
];

const said = (e: Evidence) => {
  const verdict = verdictOf(e);
  return verdict ? [verdict.headline, ...verdict.sentences].join(' ') : '';
};

describe('verdictOf', () => {
  it('says nothing before the first epoch', () => {
    expect(verdictOf(evidence(2, []))).toBeNull();
  });

  it('helps, when the whole interval is above zero', () => {
    const verdict = verdictOf(evidence(4, historyOf(epoch([0.7, 0.72, 0.69, 0.71], [0.77, 0.78, 0.77, 0.79]))));
    expect(verdict?.accuracy.outcome).toBe('helps');
    expect(verdict?.gap.outcome).toBe('helps');
    expect(verdict?.loss.outcome).toBe('helps');
    expect(verdict?.headline).toMatch(
      /^After 1 of 3 epochs: Dropout helps here: validation accuracy is 7\.3 points higher \(95.% interval /,
    );
    expect(verdict?.sentences.join(' ')).toMatch(/falls from 29\.5 to 12\.3 points \(change −17\.3, 95.% interval −/);
    expect(verdict?.sentences.join(' ')).toContain('100 validation pictures, where one picture is 1.0 points');
    expect(verdict?.sentences.at(-1)).toBe(
      'The intervals cover 4 fresh splits and starts of these pictures: not new pictures.',
    );
  });

  it('hurts, with the interval turned round to match "lower"', () => {
    const verdict = verdictOf(evidence(3, historyOf(epoch([0.83, 0.82, 0.84], [0.57, 0.55, 0.58]))));
    expect(verdict?.accuracy.outcome).toBe('hurts');
    expect(verdict?.headline).toMatch(/26\.3 points lower \(95.% interval 2\d\.\d to 2\d\.\d points\)/);
  });

  it('cannot tell when zero is inside, and says what would', () => {
    const verdict = verdictOf(
      evidence(5, historyOf(epoch([0.7, 0.72, 0.69, 0.71, 0.7], [0.72, 0.7, 0.73, 0.72, 0.7]))),
    );
    expect(verdict?.accuracy.outcome).toBe('cannot tell');
    expect(verdict?.headline).toMatch(/Cannot tell with this much data: .*\+1\.0 points.*includes zero\.$/);
    expect(verdict?.accuracy.seedsToTell).toBeGreaterThan(5);
    expect(verdict?.sentences[0]).toMatch(/more seeds \(about \d+ instead of 5, .*\), or more pictures/);
    const hopeless = said(evidence(3, historyOf(epoch([0.7, 0.8, 0.6], [0.7, 0.6, 0.8]))));
    expect(hopeless).toContain('too small for 50 seeds to show');
  });

  it('lets one run prove nothing', () => {
    const verdict = verdictOf(evidence(1, historyOf(epoch([0.7], [0.8]))));
    expect([verdict?.accuracy.outcome, verdict?.gap.outcome, verdict?.loss.outcome]).toEqual(Array(3).fill('one run'));
    expect(verdict?.headline).toContain('One run proves nothing');
    expect(verdict?.sentences.join(' ')).toContain('Set Seeds to 5 or more');
    expect(verdict?.sentences.join(' ')).not.toContain('interval');
  });

  it('does not take two seeds that agree by luck for proof', () => {
    expect(verdictOf(evidence(2, historyOf(epoch([0.7, 0.71], [0.71, 0.72]))))?.accuracy.outcome).toBe('cannot tell');
  });

  it('calls identical sides identical, and knows why', () => {
    const same = historyOf([0.7, 0.8, 0.7, 0.8].map((v) => run(score(0.9, 0.1), score(v, 0.5))));
    const aa = evidence(2, same, { experiment: experimentOf(2, 3, { rate: 0 }) });
    expect(verdictOf(aa)?.accuracy.outcome).toBe('identical');
    expect(said(aa)).toContain('identical, as they must be');
    const nothingToDrop = { ...experimentOf(2), hidden: 0, dropoutAt: 'hidden' } as const;
    expect(said(evidence(2, same, { experiment: nothingToDrop }))).toContain('no hidden layer');
  });

  it('explains a gap below zero, and the dashed line, under label noise', () => {
    const history = historyOf([
      run(score(1, 0), score(0.7, 1)),
      run(score(1, 0), score(0.72, 1)),
      run(score(0.7, 1), score(0.76, 0.6)),
      run(score(0.72, 1), score(0.77, 0.6)),
    ]);
    expect(said(evidence(2, history, { noise: 0.2 }))).toMatch(/A gap below zero is no mistake here.*about 80\u00a0%/);
    expect(said(evidence(2, history))).not.toContain('no mistake');
  });

  it('says when training was cut short, when the split is fixed, and that it is still running', () => {
    const history = historyOf(epoch([0.7, 0.72], [0.77, 0.78]));
    expect(said(evidence(2, history, { phase: 'stopped' }))).toContain('stopped after 1 of 3 epochs');
    expect(said(evidence(2, history, { phase: 'failed' }))).toContain('failed after 1 of 3 epochs');
    expect(said(evidence(2, history, { phase: 'running' }))).toMatch(/^So far \(epoch 1 of 3\)/);
    expect(said(evidence(2, history, { splitFixed: true }))).toContain('one fixed split');
  });

  it('tells of a validation loss that turned up', () => {
    const history = historyOf(
      [run(score(0.8, 0.5), score(0.75, 0.7)), run(score(0.6, 1), score(0.6, 0.9))],
      [run(score(1, 0), score(0.7, 1.1)), run(score(0.8, 0.6), score(0.8, 0.6))],
    );
    expect(said(evidence(1, history))).toContain(
      'lowest after 1 epoch (0.70) and ended at 1.10 after 2: it turned up, and with dropout it did not. Stopped at that lowest point, validation accuracy without dropout was 75.0\u00a0%.',
    );
  });
});
