import { expect, it } from 'vitest';
import { logEntry } from './log/logEntry.fixture';
import { openingsIn, seenIds } from './testOpenings';

const test = {
  openedAt: 7,
  pictures: 2,
  arms: [],
  difference: { kind: 'single', mean: 0, n: 1 },
  sentence: '',
  pictureIds: ['a', 'b'],
} as const;

it('knows openings from the project and from a log that was written before projects kept them, each once', () => {
  const kept = [{ runId: 'run1', openedAt: 7, pictureIds: ['a', 'b'] }];
  const log = [logEntry({ id: 'run1', test }), logEntry({ id: 'run2', test: null })];
  expect(openingsIn(log)).toEqual(kept);
  expect(openingsIn(log, kept)).toBe(kept);
  expect(openingsIn([], kept)).toBe(kept);
  const older = logEntry({ id: 'run0', test: { ...test, openedAt: 3, pictureIds: ['c'] } });
  expect([...seenIds(openingsIn([older], kept))]).toEqual(['a', 'b', 'c']);
});
