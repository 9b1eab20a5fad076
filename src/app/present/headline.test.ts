import { describe, expect, it } from 'vitest';
import { experimentOf, historyOf, run, score } from '../../core/history.fixture';
import { firstState } from '../../core/present/presentState';
import { presets } from '../../core/presets';
import { emptySession } from '../../core/session.fixture';
import { headlineOf } from './headline';

const history = historyOf(
  ...[0.5, 0.6, 0.7].map((validation) => [run(score(1, 0.1), score(validation, 1)), run(score(0.9, 1), score(0.8, 1))]),
);
const given = {
  state: firstState,
  phase: 'running',
  session: { ...emptySession, experiment: experimentOf(1), history },
  shown: 3,
  chosen: undefined,
  verdict: null,
  failure: null,
} as const;

describe('the headline of the presenter’s view', () => {
  it('gives the epoch and both sides while it runs', () => {
    expect(headlineOf(given)).toMatchObject({
      kind: 'figures',
      epoch: 3,
      epochs: 3,
      figures: [
        { name: 'Validation accuracy without dropout', value: '70.0\u00a0%' },
        { name: 'Validation accuracy with dropout', value: '80.0\u00a0%' },
      ],
    });
  });

  it('gives the verdict when it is over, and an epoch’s own figures after going back', () => {
    const over = { ...given, phase: 'finished', verdict: 'Dropout helps here.' } as const;
    expect(headlineOf(over)).toMatchObject({ kind: 'sentence', main: 'Dropout helps here.' });
    expect(headlineOf({ ...over, shown: 1 })).toMatchObject({
      kind: 'figures',
      epoch: 1,
      figures: [{ value: '50.0\u00a0%' }, {}],
    });
  });

  it('holds figures and verdict back while it is frozen', () => {
    const frozen = headlineOf({
      ...given,
      phase: 'finished',
      verdict: 'Dropout helps here.',
      state: { ...firstState, cover: { kind: 'frozen', at: 1 }, spotlight: 0 },
      shown: 1,
    });
    expect(frozen).toMatchObject({ kind: 'sentence', main: 'What happens next?' });
    expect(JSON.stringify(frozen)).not.toMatch(/helps|70\.0/);
    const revealing = { ...firstState, cover: { kind: 'revealing', upTo: 2, by: 1 } } as const;
    expect(headlineOf({ ...given, phase: 'finished', verdict: 'Dropout helps here.', state: revealing })).toMatchObject(
      {
        kind: 'figures',
      },
    );
  });

  it('names the curve in the spotlight, and the set-up that waits', () => {
    expect(headlineOf({ ...given, state: { ...firstState, spotlight: 0 } })).toMatchObject({
      kind: 'spotlight',
      name: 'Validation accuracy without dropout',
      value: '70.0\u00a0%',
    });
    expect(headlineOf({ ...given, phase: 'none', session: null, chosen: presets[0] })).toMatchObject({
      main: presets[0]?.title,
    });
    expect(headlineOf({ ...given, phase: 'failed', failure: 'No memory.' })).toMatchObject({
      main: 'Training failed: No memory.',
    });
  });
});
