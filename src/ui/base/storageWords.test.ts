import { expect, it } from 'vitest';
import { keptSum, usedWords } from './storageWords';

it('adds up what can be deleted', () => {
  const features = [{ key: 'a', title: 'A', pictures: 3, bytes: 1000 }];
  expect(keptSum({ features, bases: [{ id: 'b', title: 'B', bytes: 500 }] })).toBe(1500);
});

it('says what the browser says, and no more', () => {
  expect(usedWords({ used: 34_200_000, quota: 2_100_000_000 })).toBe(
    'The page uses 34.2 MB in all, pictures included, of 2.1 GB that this browser allows it.',
  );
  expect(usedWords({ used: 34_200_000, quota: null })).toMatch(/pictures included\.$/);
  expect(usedWords({ used: null, quota: 1 })).toContain('does not say');
});
