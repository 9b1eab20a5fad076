import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepLessons, loadLessons } from './lessons';

it('what is kept of the lessons comes back, and each change sees the one before', async () => {
  expect(await loadLessons()).toBeUndefined();
  await Promise.all([
    keepLessons(() => ['one']),
    keepLessons((kept) => [...(kept as readonly string[]), 'two']), // What the line above has put.
  ]);
  expect(await loadLessons()).toEqual(['one', 'two']);
});
