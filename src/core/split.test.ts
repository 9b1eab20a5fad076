import { describe, expect, it } from 'vitest';
import type { Collection, Picture, Side } from './collection';
import { countSide, readiness, splitCollection } from './split';

type Spec = { readonly classId: string; readonly group?: string; readonly side?: Side };

function collectionOf(specs: readonly Spec[]): Collection {
  const ids = [...new Set(specs.map((s) => s.classId))];
  return {
    classes: ids.map((id, style) => ({ id, name: id.toUpperCase(), style })),
    pictures: specs.map(({ classId, group, side }, i): Picture => {
      const id = `${classId}${i}`;
      const pin = side ? { side, by: 'folder' as const } : null;
      return { id, hash: id, name: `${id}.png`, classId, group: group ?? id, pin };
    }),
  };
}

const many = (classId: string, count: number): Spec[] => Array.from({ length: count }, () => ({ classId }));

describe('the split', () => {
  const collection = collectionOf([...many('a', 10), ...many('b', 20)]);

  it('gives each class its share', () => {
    const split = splitCollection(collection, 0.7, 1);
    expect(countSide(collection, split, 'training', 'a')).toBe(7);
    expect(countSide(collection, split, 'training', 'b')).toBe(14);
    expect(countSide(collection, split, 'validation')).toBe(9);
  });

  it('is fixed by the seed and not by the order of arrival', () => {
    const reversed = { ...collection, pictures: collection.pictures.toReversed() };
    const sorted = (c: Collection, seed: number) =>
      [...splitCollection(c, 0.7, seed)].map(([id, side]) => `${id} ${side}`).toSorted();
    expect(sorted(reversed, 1)).toEqual(sorted(collection, 1));
    expect(sorted(collection, 2)).not.toEqual(sorted(collection, 1));
  });

  it('never parts a group', () => {
    const grouped = collectionOf(
      Array.from({ length: 30 }, (_, i) => ({ classId: i < 15 ? 'a' : 'b', group: `g${Math.floor(i / 3)}` })),
    );
    for (let seed = 0; seed < 20; seed++) {
      const split = splitCollection(grouped, 0.6, seed);
      for (let g = 0; g < 10; g++) {
        const sides = grouped.pictures.filter((p) => p.group === `g${g}`).map((p) => split.get(p.id));
        expect(new Set(sides).size).toBe(1);
      }
      expect(countSide(grouped, split, 'training', 'a')).toBe(9);
    }
  });

  it('keeps pins, and lets a pin draw its group along', () => {
    const pinned = collectionOf([
      { classId: 'a', side: 'validation', group: 'g' },
      { classId: 'a', group: 'g' },
      ...many('a', 8),
      ...many('b', 4),
    ]);
    const split = splitCollection(pinned, 0.75, 3);
    expect(split.get('a0')).toBe('validation');
    expect(split.get('a1')).toBe('validation');
    expect(countSide(pinned, split, 'training', 'a')).toBe(6);
  });

  it('gives the one free picture to the side that has none', () => {
    const pinned = collectionOf([
      ...Array.from({ length: 3 }, () => ({ classId: 'a', side: 'training' as const })),
      { classId: 'a' },
      ...many('b', 4),
    ]);
    expect(splitCollection(pinned, 0.7, 1).get('a3')).toBe('validation');
  });

  it.each([0.1, 0.5, 0.9])('leaves each side at least one picture of a class of two (share %d)', (share) => {
    const small = collectionOf([...many('a', 2), ...many('b', 2)]);
    for (let seed = 0; seed < 10; seed++) {
      const split = splitCollection(small, share, seed);
      expect(readiness(small, split)).toEqual({ ok: true });
    }
  });
});

describe('readiness', () => {
  it.each<[string, readonly Spec[], RegExp]>([
    ['no pictures', [], /no pictures yet/],
    ['one class', many('a', 5), /only one class/],
    ['one picture', [...many('a', 5), ...many('b', 1)], /“B” has only one picture/],
    [
      'all on one side',
      [...many('a', 5), { classId: 'b', side: 'training' }, { classId: 'b', side: 'training' }],
      /“B” has no validation picture/,
    ],
  ])('says why not, and what to do: %s', (_, specs, reason) => {
    const collection = collectionOf(specs);
    const result = readiness(collection, splitCollection(collection, 0.7, 1));
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.reason).toMatch(reason);
  });

  it('names an empty class', () => {
    const collection = collectionOf([...many('a', 5), ...many('b', 5)]);
    const withEmpty = { ...collection, classes: [...collection.classes, { id: 'c', name: 'Owls', style: 2 }] };
    const result = readiness(withEmpty, splitCollection(withEmpty, 0.7, 1));
    expect(result.ok ? '' : result.reason).toMatch(/“Owls” has no pictures/);
  });
});
