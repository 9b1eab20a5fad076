import { expect, test } from 'vitest';
import { progressWords } from './trainState';

test('the progress is said in one line', () => {
  const progress = { epoch: 12, epochs: 60, runs: 10, runStepsPerSecond: 1234.4, engine: 'WASM' };
  expect(progressWords(progress)).toBe('Epoch 12 of 60 · 10 runs · 1,234 run-steps/s · WASM');
  expect(progressWords({ ...progress, runStepsPerSecond: null, engine: null })).toBe('Epoch 12 of 60 · 10 runs');
});
