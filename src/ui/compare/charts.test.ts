import { describe, expect, it } from 'vitest';
import { armCurves, frameOf } from '../../core/curves';
import { experimentOf, historyOf, run, score } from '../../core/history.fixture';
import { defaultSettings } from '../../core/settings';
import { columnsOf, planCharts, type Choices, type Drawn } from './charts';

const choices: Choices = { measure: 'accuracy', layout: 'sides', seen: false, runs: false };
const experiment = experimentOf(2, 60);
const history = historyOf([0.6, 0.7, 0.65, 0.75].map((v) => run(score(0.9, 0.3), score(v, 0.7))));
const drawn: Drawn = {
  frame: experiment,
  history,
  arms: armCurves(experiment, history, 'accuracy'),
  classes: 3,
  wrongShare: 0.2,
  moments: [
    { epoch: 2, arm: 0 },
    { epoch: 3, arm: 1 },
    { epoch: 1, arm: null },
  ],
};

describe('planCharts', () => {
  it('plans both sides on the very same axes, and the gap', () => {
    const [left, right, gap] = planCharts(drawn, choices, 1200);
    expect([left?.title, right?.title, right?.note, gap?.title]).toEqual([
      'Without dropout',
      'With dropout',
      'rate 0.5',
      'The gap itself',
    ]);
    expect(left?.chart.yAxis).toBe(right?.chart.yAxis);
    expect(left?.chart.xAxis).toBe(right?.chart.xAxis);
    expect(left?.chart.xAxis.domain).toEqual([0, 60]);
    expect(left?.chart.reference?.at).toBe(0.8);
    expect(left?.chart.gapText?.(left.chart.rows[0] ?? { epoch: 0, arms: [] })).toBe('gap 25.0 points');
    expect(left?.chart.summary).toContain('mean of 2 seeds');
  });

  it('keeps axes and series the same object while they do not change, so that nothing is drawn in vain', () => {
    const [before] = planCharts(drawn, choices, 1200);
    const [after] = planCharts({ ...drawn }, choices, 1200);
    expect(after?.chart.yAxis).toBe(before?.chart.yAxis);
    expect(after?.chart.series).toBe(before?.chart.series);
    expect(after?.chart.reference).toBe(before?.chart.reference);
  });

  it('puts both sides into one chart, single runs and all', () => {
    const [both, gap] = planCharts(drawn, { ...choices, layout: 'overlay', seen: true, runs: true }, 1200);
    expect(both?.chart.series.map((s) => s.id)).toEqual([
      '0-training',
      '0-validation',
      '0-seen',
      '1-training',
      '1-validation',
      '1-seen',
    ]);
    expect(both?.chart.runs.map((runs) => runs.length)).toEqual([2, 2]);
    expect(gap?.chart.series).toHaveLength(2);
    expect(both?.chart.gapText).toBeUndefined();
  });

  it('marks on each side when its own early stopping came, and the epoch looked at', () => {
    const [left, right, gap] = planCharts(drawn, choices, 1200);
    expect([left, right, gap].map((plan) => plan?.chart.moments.map(({ epoch }) => epoch))).toEqual([
      [2, 1],
      [3, 1],
      [2, 3, 1],
    ]);
    expect(right?.chart.summary).toMatch(/Validation loss is lowest after epoch 3\. Looked at: epoch 1\.$/);
    expect(gap?.chart.summary).toContain('lowest with dropout after epoch 3');
  });

  it('stands empty before the first epoch', () => {
    const frame = frameOf(defaultSettings);
    const empty = { ...drawn, frame, history: [], arms: armCurves(frame, [], 'loss'), moments: [] };
    const [left] = planCharts(empty, { ...choices, measure: 'loss' }, 390);
    expect(left?.chart.rows).toEqual([]);
    expect(left?.chart.summary).toBe('No epoch yet.');
    expect(left?.chart.reference).toBeUndefined();
  });
});

it('has two columns only where there is room', () => {
  expect([columnsOf('sides', 1200), columnsOf('sides', 600), columnsOf('overlay', 1200)]).toEqual([2, 1, 1]);
});
