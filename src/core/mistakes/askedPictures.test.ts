import { describe, expect, it } from 'vitest';
import { reduceCollection, type Collection } from '../collection';
import { askedPictures, changesIn } from './askedPictures';
import { collection, heads } from './mistakes.fixture';

const after = (...actions: readonly Parameters<typeof reduceCollection>[1][]): Collection =>
  actions.reduce(reduceCollection, collection);

describe('askedPictures', () => {
  it('has nothing to tell while nothing has changed', () => {
    const asked = askedPictures(heads, collection);
    expect(asked.truths).toEqual(heads.labels);
    expect(asked.classes.map((c) => c.name)).toEqual(['A', 'B', 'C']);
    expect(changesIn(asked.changes)).toBe(0);
  });

  it('takes labels as they are now, in the order of the heads’ classes', () => {
    const asked = askedPictures(
      heads,
      after(
        { type: 'class moved', classId: 'c', by: -1 },
        { type: 'class renamed', classId: 'a', name: 'Ant' },
        { type: 'pictures moved', ids: ['p00', 'p01'], classId: 'c' },
      ),
    );
    expect(Array.from(asked.truths.subarray(0, 4))).toEqual([2, 2, 2, 0]);
    expect(asked.classes.map((c) => c.name)).toEqual(['Ant', 'B', 'C']);
    expect(asked.changes).toEqual({ moved: 2, removed: 0, setAside: 0, added: 0, returned: 0 });
  });

  it('leaves out and counts what was deleted, set aside or added', () => {
    const changed = after({ type: 'pictures removed', ids: ['p00'] }, { type: 'test set aside', ids: ['p01', 'p02'] });
    const added = {
      ...changed,
      pictures: [...changed.pictures, { ...collection.pictures[0], id: 'new' }],
    } as Collection; // a picture like the first
    const asked = askedPictures(heads, added);
    expect(Array.from(asked.truths.subarray(0, 4))).toEqual([-1, -1, -1, 0]);
    expect(asked.pictures.slice(0, 3)).toEqual([null, null, null]);
    expect(asked.changes).toEqual({ moved: 0, removed: 1, setAside: 2, added: 1, returned: 0 });
    expect(askedPictures(heads, added, new Set(['new', 'p03'])).changes).toMatchObject({ added: 0, returned: 1 });
    expect(changesIn(asked.changes)).toBe(4);
  });

  it('keeps a class that was deleted, and knows one that came later apart', () => {
    const asked = askedPictures(
      heads,
      after(
        { type: 'class removed', classId: 'b' },
        { type: 'class added', name: 'New' },
        { type: 'pictures moved', ids: ['p00'], classId: 'class-1' },
      ),
    );
    expect(asked.answerable).toBe(3);
    expect(asked.classes.map((c) => [c.name, c.isKnown, c.isThere])).toEqual([
      ['A', true, true],
      ['B', true, false],
      ['C', true, true],
      ['New', false, true],
    ]);
    expect(Array.from(asked.truths.subarray(0, 3))).toEqual([3, -1, 2]);
    expect(asked.changes.removed).toBe(4);
  });
});
