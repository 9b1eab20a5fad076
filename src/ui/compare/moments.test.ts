import { expect, it } from 'vitest';
import { experimentOf, historyOf, run, score } from '../../core/history.fixture';
import { momentsOf, momentWords } from './moments';

const at = (...losses: readonly number[]) => losses.map((loss) => run(score(1, 0), score(0.5, loss)));
/** Lowest without dropout after epoch 2, with dropout at the last. */
const history = historyOf(at(0.9, 0.9), at(0.5, 0.8), at(0.7, 0.6));

it('marks the epoch of lowest validation loss, unless it is the last so far', () => {
  expect(momentsOf(experimentOf(1), history, null)).toEqual([{ epoch: 2, arm: 0 }]);
});

it('marks the epoch looked at, and says so', () => {
  const moments = momentsOf(experimentOf(1), history, 0);
  expect(momentWords(moments, [0])).toBe('Validation loss is lowest after epoch 2. Looked at: the start.');
  expect(momentWords(moments, [1])).toBe('Looked at: the start.');
});

it('marks nothing before the first epoch', () => {
  expect(momentsOf(experimentOf(1), [], 0)).toEqual([]);
});
