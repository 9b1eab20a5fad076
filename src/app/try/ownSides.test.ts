import { expect, it } from 'vitest';
import type { Picture } from '../../core/collection';
import { headsOf } from '../../core/try/tried.fixture';
import { ownSides } from './ownSides';

const heads = headsOf({ features: 2, hidden: 0 });
/** Rows 1 and 5 were set aside for the test later; row 0 is gone. */
const pictures = heads.pictureIds.slice(1).map((id): Picture => {
  const picture = { id, hash: id, name: id, classId: 'cats', group: id, pin: null };
  return ['p1', 'p5'].includes(id) ? { ...picture, test: true } : picture;
});
const ids = (isOpen: boolean) =>
  [...ownSides(pictures, heads.pictureIds, heads.trials[0], isOpen)].map(([side, own]) => [
    side,
    ...own.map(({ id }) => id),
  ]);

it('leaves a locked test set out of every side', () => {
  expect(ids(false)).toEqual([
    ['validation', 'p4', 'p6', 'p7'],
    ['training', 'p2', 'p3'],
  ]);
});

it('has an opened one as a side of its own', () => {
  expect(ids(true)).toContainEqual(['test', 'p1', 'p5']);
  expect(ids(true)).toContainEqual(['training', 'p2', 'p3']);
});

it('names only sides with pictures', () => {
  expect([...ownSides([], heads.pictureIds, undefined, true)]).toEqual([]);
});
