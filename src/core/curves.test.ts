import { describe, expect, it } from 'vitest';
import { epochAxis, gapAxis, valueAxis } from './axes';
import { armCurves, bestEpoch, drawnEpochs, frameOf, singleRuns } from './curves';
import { armsOf } from './experiment';
import { experimentOf, historyOf, run, score } from './history.fixture';
import { defaultSettings } from './settings';

const experiment = experimentOf(2, 10);
const history = historyOf(
  [
    run(score(0.6, 1), score(0.5, 1.1), score(0.3, 1.2)),
    run(score(0.8, 0.8), score(0.7, 0.9), score(0.5, 1)),
    run(score(0.5, 1.1), score(0.5, 1.1)),
    run(score(0.5, 1.1), score(0.6, 1)),
  ],
  [
    run(score(1, 0.1), score(0.6, 1.3)),
    run(score(1, 0.1), score(0.8, 1.1)),
    run(score(0.7, 0.7), score(0.7, 0.8)),
    run(score(0.7, 0.7), score(0.8, 0.6)),
  ],
);

describe('armCurves', () => {
  it('takes runs arm by arm, and gives mean and band over seeds', () => {
    const [without, withDropout] = armCurves(experiment, history, 'accuracy');
    expect(without?.arm.dropoutRate).toBe(0);
    expect(withDropout?.arm.dropoutRate).toBe(0.5);
    const [first, second] = without?.points ?? [];
    expect(first?.training.mean).toBeCloseTo(0.7, 12);
    expect(first?.seen.mean).toBeCloseTo(0.4, 12);
    expect(second?.gap.mean).toBeCloseTo(0.3, 12);
    expect(second?.validation).toMatchObject({ kind: 'interval', n: 2, low: 0, high: 1 });
    expect(withDropout?.points[1]?.gap.mean).toBeCloseTo(-0.05, 12);
  });

  it('turns the gap of losses round, so that positive means overfitting', () => {
    expect(armCurves(experiment, history, 'loss')[0]?.points[1]?.gap.mean).toBeCloseTo(1.1, 12);
  });

  it('gives single runs on demand', () => {
    const runs = singleRuns(experiment, history, 'accuracy', 0);
    expect(runs.map((r) => r.seed)).toEqual([1, 2]);
    expect(runs[1]?.points.map((p) => p.validation)).toEqual([0.7, 0.8]);
  });

  it('stands before the first epoch', () => {
    const frame = frameOf(defaultSettings);
    expect(frame.arms).toEqual(armsOf(defaultSettings));
    expect(armCurves(frame, [], 'accuracy').map((a) => a.points)).toEqual([[], []]);
    expect(bestEpoch(frame, [], 0)).toBeNull();
  });
});

describe('bestEpoch', () => {
  it('is where the mean validation loss is lowest', () => {
    expect(bestEpoch(experiment, history, 0)).toMatchObject({ epoch: 1, loss: 1 });
    expect(bestEpoch(experiment, history, 1)?.epoch).toBe(2);
  });
});

const long = (n: number) => Array.from({ length: n }, (_, i) => ({ epoch: i + 1, runs: [] }));

describe('drawnEpochs', () => {
  it('keeps all of few, and at most about 120 of many, the first and the last included', () => {
    expect(drawnEpochs(long(60), 60)).toHaveLength(60);
    const drawn = drawnEpochs(long(499), 500);
    expect(drawn.length).toBeLessThanOrEqual(122);
    expect([drawn[0]?.epoch, drawn.at(-1)?.epoch]).toEqual([1, 499]);
  });

  it('never moves what was drawn before', () => {
    const earlier = drawnEpochs(long(100), 500).slice(0, -1);
    expect(drawnEpochs(long(300), 500).slice(0, earlier.length)).toEqual(earlier);
  });
});

describe('axes', () => {
  const none = { seen: false, runs: [] };
  const empty = armCurves(experiment, [], 'accuracy');

  it('stand before the first epoch, from what guessing scores', () => {
    expect(valueAxis(empty, 'accuracy', 3, none)).toMatchObject({ domain: [0.3, 1] });
    expect(valueAxis(empty, 'accuracy', 2, none)).toMatchObject({ domain: [0.5, 1] });
    expect(valueAxis(empty, 'loss', 3, none).domain).toEqual([0, 1.2]);
    expect(gapAxis(empty, 'accuracy', []).domain).toEqual([0, 0.2]);
  });

  it('take in both arms, and what else is shown', () => {
    const curves = armCurves(experimentOf(1, 10), historyOf([run(score(0.9, 1), score(0.45, 1)), run(score(0.9, 1), score(0.5, 1), score(0.11, 1))]), 'accuracy'); // prettier-ignore
    expect(valueAxis(curves, 'accuracy', 9, none).domain).toEqual([0.4, 1]);
    expect(valueAxis(curves, 'accuracy', 2, { seen: true, runs: [] }).domain).toEqual([0.1, 1]);
    const runs = singleRuns(experiment, history, 'loss', 0);
    expect(valueAxis([], 'loss', 2, { seen: false, runs }).domain[1]).toBeGreaterThanOrEqual(1.3);
  });

  it('put a negative gap on the axis, and survive a loss that is not a number', () => {
    const bad = armCurves(experimentOf(1), historyOf([run(score(0.5, Number.NaN), score(0.6, Number.NaN)), run(score(0.5, 1), score(0.6, 1))]), 'loss'); // prettier-ignore
    expect(valueAxis(bad, 'loss', 2, none).domain.every((v) => Number.isFinite(v))).toBe(true);
    const negative = armCurves(experimentOf(1), historyOf([run(score(0.5, 1), score(0.6, 1)), run(score(0.5, 1), score(0.62, 1))]), 'accuracy'); // prettier-ignore
    expect(gapAxis(negative, 'accuracy', []).domain[0]).toBeLessThanOrEqual(-0.12);
  });

  it('count whole epochs to the planned one', () => {
    expect(epochAxis(60).ticks).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(epochAxis(1).ticks).toEqual([0, 1]);
    expect(epochAxis(3).ticks).toEqual([0, 1, 2, 3]);
    expect(epochAxis(101).ticks).toEqual([0, 20, 40, 60, 80, 101]);
  });
});
