import { describe, expect, it } from 'vitest';
import { experimentOf, historyOf, run, score } from './history.fixture';
import type { EpochMetrics, RunMetrics } from './metrics';
import { verdictOf, type Evidence } from './verdict';

const evidence = (seeds: number, history: readonly EpochMetrics[], more: Partial<Evidence> = {}): Evidence => ({
  experiment: experimentOf(seeds),
  history,
  phase: 'finished',
  labels: new Int32Array(400),
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
    const few = [0.7, 0.8, 0.6];
    expect(said(evidence(3, historyOf(epoch(few, [0.7, 0.6, 0.8]))))).toContain('more seeds first (10 or more; 3 say');
    const left = [...few, ...few, ...few, ...few];
    const hopeless = said(evidence(12, historyOf(epoch(left, left.toReversed()))));
    expect(hopeless).toContain('50 seeds would not show it either');
  });

  it('never shows more than is possible, nor calls two seeds enough to speak of small differences', () => {
    const verdict = verdictOf(evidence(2, historyOf(epoch([0.9, 0.5], [0.7, 0.7]))));
    expect(verdict?.accuracy.difference).toMatchObject({ low: -1, high: 1 });
    expect(verdict?.gap.difference).toMatchObject({ low: -2, high: 2 });
    expect(verdict?.arms[0].validation).toMatchObject({ low: 0, high: 1 });
    expect(verdict?.arms[0].gap).toMatchObject({ low: -1, high: 1 });
    expect(verdict?.headline).toContain('−100.0 to +100.0 points');
    expect(verdict?.sentences.join(' ')).not.toContain('50 seeds');
  });

  it('does not take one more right picture of a fixed split for help, however many starts agree', () => {
    const history = historyOf(epoch(Array<number>(10).fill(72 / 80), Array<number>(10).fill(73 / 80)));
    const verdict = (fixed: boolean) =>
      verdictOf(evidence(10, history, { experiment: experimentOf(10, 1, { pictures: 80, fixed }), splitFixed: fixed }));
    expect(verdict(false)?.accuracy.outcome).toBe('helps');
    expect(verdict(true)?.accuracy.outcome).toBe('cannot tell');
    expect(verdict(true)?.gap.outcome).toBe('helps');
    expect(verdict(true)?.accuracy.seedsToTell).toBeNull();
    expect(verdict(true)?.headline).toMatch(/^On this one split, this much data cannot tell: .*\+1\.2 points/);
    expect(verdict(true)?.sentences[0]).toContain('more validation pictures');
  });

  it('counts recordings on a shared split, not their frames, and says so', () => {
    const history = historyOf(epoch([0.6, 0.61, 0.6], [0.85, 0.86, 0.84]));
    const of = (groups: readonly number[]) => {
      const experiment = experimentOf(3, 1, { fixed: true, pictures: 40, groups });
      return evidence(3, history, { experiment });
    };
    expect(verdictOf(of([]))?.accuracy.outcome).toBe('helps');
    expect(verdictOf(of([]))).not.toHaveProperty('validationGroups');
    expect(said(of([]))).not.toContain('recording');
    const grouped = of([10, 10, 10, 10]);
    expect(verdictOf(grouped)).toMatchObject({
      accuracy: { outcome: 'cannot tell' },
      validationGroups: { pictures: 40, groups: 4, independent: 4, common: 1 },
      onePicture: 1 / 40,
    });
    expect(said(grouped)).toContain('more validation pictures, from other recordings or groups');
    expect(said(grouped)).toContain(
      'The 40 validation pictures come in 4 groups of pictures that belong together, such as the frames of a recording: where an interval allows for their choice, they count as 4.',
    );
    expect(said(of([28, 4, 4, 4]))).toContain(
      'they count as 1.9, fewer than 4 because the groups are not equally large.',
    );
    // Each seed with recordings of its own: nothing is shared, so nothing is counted.
    const own = experimentOf(3, 1, { groups: [10, 10, 10, 10] });
    expect(said(evidence(3, history, { experiment: own }))).not.toContain('recording');
  });

  it('speaks of one split where there is one, and tells a large difference even there', () => {
    const experiment = experimentOf(3, 1, { fixed: true });
    const history = historyOf(epoch([0.55, 0.56, 0.57], [0.83, 0.84, 0.85]));
    // Nothing says that the split is fixed but that all seeds have the same.
    const verdict = verdictOf(evidence(3, history, { experiment }));
    expect(verdict).toMatchObject({ splitFixed: true, sharedValidation: 1, sharedTraining: true });
    expect(verdict?.headline).toMatch(/^On this one split, dropout helps: validation accuracy is 28\.0 points higher/);
    expect(verdict?.loss.outcome).toBe('helps');
    expect(said(evidence(3, history, { experiment }))).toContain('On these very pictures, the validation loss');
    expect(said(evidence(1, historyOf(epoch([0.7], [0.8])), { splitFixed: true }))).toContain('on this one split');
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
    // Of 200 training labels a seed, 20 are wrong, whatever share was set.
    const labels = new Int32Array(300).fill(1, 180, 200);
    const experiment = experimentOf(2, 1, { fixed: true });
    expect(said(evidence(2, history, { experiment, labels, noise: 0.2 }))).toMatch(
      /A gap below zero is no mistake here.*10\u00a0% of the training labels.*about 90\u00a0%/,
    );
    const none = said(evidence(2, history, { noise: 0.2 }));
    expect(none).toContain('every training label is right');
    expect(none).not.toContain('no mistake');
    expect(said(evidence(2, history))).not.toContain('no mistake');
  });

  it('says when training was cut short, when the split is fixed, and that it is still running', () => {
    const history = historyOf(epoch([0.7, 0.72], [0.77, 0.78]));
    expect(said(evidence(2, history, { phase: 'stopped' }))).toContain('stopped after 1 of 3 epochs');
    expect(said(evidence(2, history, { phase: 'failed' }))).toContain('failed after 1 of 3 epochs');
    expect(said(evidence(2, history, { phase: 'running' }))).toMatch(/^So far \(epoch 1 of 3\)/);
  });

  it('says what the intervals cover, and what is drawn for each seed even on a fixed split', () => {
    const history = historyOf(epoch([0.7, 0.72], [0.77, 0.78]));
    const fixed = experimentOf(2, 3, { fixed: true });
    const said2 = said(evidence(2, history, { experiment: fixed }));
    expect(said2).toContain('2 fresh starts (weights, order, what is dropped) and the chance of which validation');
    expect(said2).toContain('None covers other splits.');
    const subset = fixed.trials.map((t, k) => ({ ...t, training: t.training.slice(k, k + 100) }));
    const labels = new Int32Array(300).fill(1, 0, 50);
    expect(said(evidence(2, history, { experiment: { ...fixed, trials: subset }, labels, noise: 0.2 }))).toContain(
      '(weights, order, what is dropped, which training pictures are used, which labels are wrong)',
    );
    const half = fixed.trials.map((t, k) => ({
      ...t,
      validation: t.validation.map((r) => (r < 250 ? r : r + 50 * k)),
    }));
    const partly = evidence(2, history, { experiment: { ...fixed, trials: half } });
    expect(verdictOf(partly)).toMatchObject({ splitFixed: false, sharedValidation: 0.5 });
    expect(said(partly)).toContain('50.0\u00a0% of the validation pictures are the same for every seed');
  });

  it('tells of a validation loss that turned up, on whichever side, and how the other went', () => {
    const rising = [run(score(0.8, 0.5), score(0.75, 0.7)), run(score(1, 0), score(0.7, 1.1))] as const;
    const nearly = [run(score(0.6, 1), score(0.6, 0.6)), run(score(0.8, 0.6), score(0.8, 0.71))] as const;
    const told = (left: readonly RunMetrics[], right: readonly RunMetrics[]) =>
      said(evidence(1, historyOf(...left.map((own, e) => [own, right[e] ?? own]))));
    expect(told(rising, nearly)).toContain(
      'Without dropout the validation loss was lowest after 1 epoch (0.70) and ended at 1.10 after 2: it turned up. ' +
        'With dropout it ended at 0.71; its lowest was 0.60, after 1 epoch. ' +
        'Stopped at that lowest point, validation accuracy was 75.0\u00a0% without dropout; ' +
        'but the point was picked by looking at the validation pictures, which flatters the figure.',
    );
    expect(told(nearly, rising)).toContain(
      'With dropout it was lowest after 1 epoch (0.70) and ended at 1.10 after 2: it turned up. Stopped at',
    );
    expect(
      told(
        rising,
        rising.map((r) => ({ ...r })),
      ),
    ).toContain('it turned up as well. Stopped at');
    expect(told(rising, nearly.toReversed())).toContain('With dropout it ended at 0.60, its lowest so far.');
    expect(told(nearly, nearly)).not.toContain('lowest');
  });
});
