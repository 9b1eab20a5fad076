import { expect, it } from 'vitest';
import type { Collection } from '../collection';
import { heads, picture, whole } from './project.fixture';
import { manifestOf } from './projectManifest';
import { takenHeads } from './takenHeads';

const theirs = manifestOf(whole);
const twin = `${picture(1, '').id}-2`;

/** Our cats have the id of their dogs, and the other way round. */
const ours: Collection = {
  classes: [
    { id: 'class-1', name: 'Dogs', style: 0 },
    { id: 'class-2', name: 'Cats', style: 1 },
  ],
  pictures: [
    picture(2, 'class-1', { id: 'my-2' }),
    picture(1, 'class-1', { id: twin }),
    picture(1, 'class-2', { id: picture(1, '').id }),
    picture(9, 'class-2'),
  ],
};
const homes = new Map([
  ['class-2', 'class-1'],
  ['class-1', 'class-2'],
]);

it('heads know our classes and pictures by our ids, and keep their rows and numbers', () => {
  const taken = takenHeads(heads, { theirs, ours, homes });
  expect(taken?.classes).toEqual([
    { id: 'class-1', name: 'Dogs', style: 4 },
    { id: 'class-2', name: 'Katzen 🐱', style: 0 },
  ]);
  // The third did not come in.
  expect(taken?.pictureIds).toEqual([picture(1, '').id, 'my-2', picture(3, '').id, twin]);
  expect({ ...taken, classes: heads.classes, pictureIds: heads.pictureIds }).toEqual(heads);
});

it('a class that was left out is none of ours, whatever ours are called', () => {
  const taken = takenHeads(heads, { theirs, ours, homes: new Map([['class-2', 'class-1']]) });
  expect(taken?.classes.map(({ id }) => id)).toEqual(['class-1', 'p1x.class-1']);
});

it('no picture stands for two', () => {
  const one = { ...ours, pictures: [picture(1, 'class-1', { id: picture(1, '').id })] };
  const taken = takenHeads(heads, { theirs, ours: one, homes: new Map([['class-2', 'class-1']]) });
  // Their cat of this content was left out; their dog is ours, which has the cat’s id.
  const own = picture(1, '').id;
  expect(taken?.pictureIds).toEqual([`p1x.${own}`, picture(2, '').id, picture(3, '').id, own]);
});

it('two classes that came into one cannot be told apart any more', () => {
  const both = new Map([
    ['class-1', 'class-1'],
    ['class-2', 'class-1'],
  ]);
  expect(takenHeads(heads, { theirs, ours, homes: both })).toBeNull();
});
