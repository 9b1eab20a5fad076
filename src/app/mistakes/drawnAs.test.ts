import { expect, it } from 'vitest';
import { heads } from '../../core/mistakes/mistakes.fixture';
import { drawnAs } from './drawnAs';

it('tells side and wrong label of the seed that is asked for, not of the first', () => {
  const givenLabels = heads.labels.map((label, row) => (row === 7 ? 2 : label));
  const wrong = { ...heads, trials: heads.trials.map((trial, k) => (k === 1 ? { ...trial, givenLabels } : trial)) };
  expect(drawnAs(wrong, 0, 7)).toEqual({ side: 'validation', wrongLabel: null });
  expect(drawnAs(wrong, 1, 7)).toEqual({ side: 'training', wrongLabel: 'C' });
  expect(drawnAs(wrong, 1, 0)).toEqual({ side: 'validation', wrongLabel: null });
  expect(drawnAs(wrong, 1, -1)).toEqual({ side: null, wrongLabel: null });
});
