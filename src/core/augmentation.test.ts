import { expect, it } from 'vitest';
import { alteredCopies, copyId } from './augmentation';
import type { Collection, Picture } from './collection';

const picture = (id: string, hash: string, classId: string): Picture => ({
  id,
  hash,
  name: id,
  classId,
  group: hash,
  pin: null,
});

it('lists each content’s copies once, of the pictures that are learned from', () => {
  const collection: Collection = {
    classes: ['a', 'b'].map((id, style) => ({ id, name: id, style })),
    // The same content stands in both classes.
    pictures: [picture('x', 'x', 'a'), picture('x-2', 'x', 'b'), picture('y', 'y', 'a'), picture('z', 'z', 'b')],
  };
  const of = new Set(['x', 'x-2', 'z']);
  expect(alteredCopies(collection, { copies: 2, rotation: 15, of })).toEqual([
    { id: 'x+1@15', hash: 'x', copy: 1 },
    { id: 'x+2@15', hash: 'x', copy: 2 },
    { id: 'z+1@15', hash: 'z', copy: 1 },
    { id: 'z+2@15', hash: 'z', copy: 2 },
  ]);
  expect(alteredCopies(collection, { copies: 0, rotation: 15, of })).toEqual([]);
  expect(copyId('x', 2, 15)).toBe('x+2@15');
});
