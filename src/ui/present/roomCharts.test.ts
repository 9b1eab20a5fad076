import { describe, expect, it } from 'vitest';
import { frameOf } from '../../core/curves';
import { historyOf, run, score } from '../../core/history.fixture';
import { defaultSettings } from '../../core/settings';
import { roomCharts, type RoomChartsGiven } from './roomCharts';

const frame = frameOf({ ...defaultSettings, seeds: 1, epochs: 4 });
/** The loss without dropout rises to 9 at the end. */
const history = historyOf(
  ...[1, 2, 3, 9].map((loss) => [run(score(1, 0.1), score(0.7, loss)), run(score(0.9, 0.5), score(0.8, 0.6))]),
);
const given: RoomChartsGiven = {
  frame,
  history,
  shown: 4,
  isHeldBack: false,
  classes: 3,
  measure: 'loss',
  layout: 'sides',
  spotlight: null,
  unit: 1,
};
const chart = (parts: Partial<RoomChartsGiven> = {}) => {
  const [first] = roomCharts({ ...given, ...parts });
  if (!first) throw new Error('There is no chart.');
  return first.chart;
};

describe('the charts for a room', () => {
  it('are large: type of 24 px and lines of 5 px at least', () => {
    const { series, size } = chart();
    expect(size?.text).toBeGreaterThanOrEqual(24);
    for (const each of series) expect(each.width).toBeGreaterThanOrEqual(5);
  });

  it('tell all four curves apart without colour', () => {
    const looks = chart({ layout: 'overlay' }).series.map(({ mark, dash }) => `${mark} ${dash ?? 'solid'}`);
    expect(new Set(looks).size).toBe(4);
    expect(new Set(chart({ layout: 'overlay' }).series.map(({ mark }) => mark)).size).toBe(4);
  });

  it('say in each title what they show', () => {
    for (const layout of ['sides', 'overlay'] as const) {
      for (const { title } of roomCharts({ ...given, layout, measure: 'loss' })) expect(title).toMatch(/^Loss /);
      for (const { title } of roomCharts({ ...given, layout, measure: 'accuracy' }))
        expect(title).toMatch(/^Accuracy /);
    }
  });

  it('keep their axes while one goes back in the epochs', () => {
    expect(chart({ shown: 1 }).rows).toHaveLength(1);
    expect(chart({ shown: 1 }).yAxis).toEqual(chart().yAxis);
  });

  it('do not tell by their axes or summary what is held back', () => {
    const frozen = chart({ shown: 1, isHeldBack: true });
    expect(frozen.yAxis.domain[1]).toBeLessThan(chart().yAxis.domain[1]);
    expect(frozen.summary).toContain('after epoch 1');
    expect(frozen.summary).not.toContain('9.00');
  });

  it('leave one curve in the spotlight, and ghosts of the others', () => {
    const lit = chart({ spotlight: { arm: 0, curve: 'validation' } });
    expect(lit.series.map(({ isGhost = false }) => isGhost)).toEqual([true, false]);
    expect(lit.gapText).toBeUndefined();
    expect(lit.series[1]?.width).toBeGreaterThan(chart().series[1]?.width ?? Infinity);
    const both = chart({ layout: 'overlay', spotlight: { arm: 1, curve: 'training' } });
    expect(both.series.filter(({ isGhost }) => !isGhost).map(({ id }) => id)).toEqual(['1-training']);
  });

  it('are the same series for the same question, so that they are not drawn again', () => {
    expect(chart({ shown: 2 }).series).toBe(chart({ shown: 3 }).series);
  });
});
