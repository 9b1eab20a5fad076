import { expect, it } from 'vitest';
import { logEntry } from '../log/logEntry.fixture';
import { takenLog } from './takenLog';

it('another project’s experiments come in once, numbered on and marked with where they began', () => {
  const ours = [logEntry({ id: 'a', number: 4 }), logEntry({ id: 'b', number: 2 })];
  const theirs = [
    logEntry({ id: 'b', number: 1 }),
    logEntry({ id: 'c', number: 2, note: 'Overfits.', pinned: true }),
    logEntry({ id: 'd', number: 3, from: 'Cem' }),
  ];
  expect(takenLog(ours, theirs, 'Ben')).toEqual([
    { ...theirs[1], number: 5, pinned: false, from: 'Ben' },
    { ...theirs[2], number: 6, from: 'Cem' },
  ]);
  // Experiment 7 was removed.
  expect(takenLog(ours, theirs, 'Ben', 7).map(({ number }) => number)).toEqual([8, 9]);
});
