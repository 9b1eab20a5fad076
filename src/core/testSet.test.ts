import { describe, expect, it } from 'vitest';
import type { Collection, Picture, Side } from './collection';
import { drawTrial } from './trialDraw';
import { readiness, splitCollection } from './split';
import { drawTestSet, hasFoldersOnly, learnable, testPictures } from './testSet';

interface Made {
  readonly group?: string;
  readonly side?: Side;
}

const picture = (classId: string, n: number, { group, side }: Made = {}): Picture => ({
  id: `${classId}-${String(n).padStart(3, '0')}`,
  hash: `${classId}${n}`,
  name: `${classId} ${n}.png`,
  classId,
  group: group ?? `${classId}${n}`,
  pin: side ? { side, by: 'folder' } : null,
});

const many = (classId: string, count: number, of: (n: number) => Made = () => ({})) =>
  Array.from({ length: count }, (_, n) => picture(classId, n, of(n)));

const collectionOf = (...pictures: readonly Picture[]): Collection => ({
  classes: [...new Set(pictures.map((p) => p.classId))].map((id, style) => ({ id, name: id.toUpperCase(), style })),
  pictures,
});

const perClass = (ids: readonly string[], classId: string) => ids.filter((id) => id.startsWith(`${classId}-`)).length;

/** The collection with these set aside. */
const without = (collection: Collection, ids: readonly string[]): Collection => {
  const drawn = new Set(ids);
  const pictures = collection.pictures.map((p): Picture => (drawn.has(p.id) ? { ...p, test: true } : p));
  return { ...collection, pictures };
};

describe('drawTestSet', () => {
  it('draws the share of each class', () => {
    const ids = drawTestSet(collectionOf(...many('a', 40), ...many('b', 10)), 0.2, 42);
    expect(perClass(ids, 'a')).toBe(8);
    expect(perClass(ids, 'b')).toBe(2);
    expect(new Set(ids).size).toBe(10);
  });

  it('is the same for the same seed in any order of arrival, and another for another seed', () => {
    const collection = collectionOf(...many('a', 30), ...many('b', 30));
    const turned = { ...collection, pictures: collection.pictures.toReversed() };
    const sorted = (of: Collection, seed: number) => [...drawTestSet(of, 0.2, seed)].toSorted();
    expect(sorted(turned, 42)).toEqual(sorted(collection, 42));
    expect(sorted(collection, 43)).not.toEqual(sorted(collection, 42));
  });

  it('draws from validation folders when it is told to, and leaves one group of each class there', () => {
    const tree = collectionOf(
      ...many('a', 20, (n) => ({ side: n < 12 ? 'training' : 'validation' })),
      ...many('b', 3, (n) => ({ side: n < 2 ? 'training' : 'validation' })),
    );
    expect(hasFoldersOnly(tree.pictures)).toBe(true);
    expect(hasFoldersOnly([...tree.pictures, picture('a', 99)])).toBe(false);
    expect(drawTestSet(tree, 0.2, 42)).toEqual([]);
    const ids = drawTestSet(tree, 0.2, 42, new Set(), 'validation folders');
    expect(perClass(ids, 'a')).toBe(4);
    expect(perClass(ids, 'b')).toBe(0);
    const sides = new Map(tree.pictures.map((p) => [p.id, p.pin?.side]));
    expect(ids.every((id) => sides.get(id) === 'validation')).toBe(true);
    expect(perClass(drawTestSet(tree, 0.9, 42, new Set(), 'validation folders'), 'a')).toBe(7);
  });

  it('leaves alone what the person pinned', () => {
    const pinned = many('a', 20).map((p): Picture => ({ ...p, pin: { side: 'validation', by: 'person' } }));
    expect(hasFoldersOnly(pinned)).toBe(false);
    expect(drawTestSet(collectionOf(...pinned), 0.2, 42, new Set(), 'validation folders')).toEqual([]);
  });

  it('never divides a group', () => {
    for (const share of [0.1, 0.2, 0.5])
      for (let seed = 0; seed < 20; seed++) {
        const collection = collectionOf(
          ...many('a', 30, (n) => ({ group: `burst ${Math.floor(n / 7)}` })),
          ...many('b', 30),
        );
        const ids = new Set(drawTestSet(collection, share, seed));
        for (const key of new Set(collection.pictures.map((p) => p.group))) {
          const members = collection.pictures.filter((p) => p.group === key);
          expect([0, members.length]).toContain(members.filter((p) => ids.has(p.id)).length);
        }
      }
  });

  it('passes over a group that is far too large, and takes the smallest where all are', () => {
    const flooded = collectionOf(...many('a', 52, (n) => (n < 40 ? { group: 'flood' } : {})), ...many('b', 9));
    const large = collectionOf(...many('a', 40, (n) => ({ group: n < 30 ? 'x' : n < 36 ? 'y' : 'z' })));
    for (let seed = 0; seed < 20; seed++) {
      expect(perClass(drawTestSet(flooded, 0.2, seed), 'a')).toBe(10);
      expect(drawTestSet(large, 0.02, seed)).toHaveLength(4);
    }
  });

  it('leaves the pictures of folders and pins where they are, and the groups that they belong to', () => {
    const collection = collectionOf(
      ...many('a', 12, (n) => (n < 4 ? { side: 'training' } : {})),
      ...many('b', 12, (n) => (n === 0 ? { side: 'validation', group: 'g' } : n < 6 ? { group: 'g' } : {})),
    );
    for (let seed = 0; seed < 20; seed++) {
      const ids = drawTestSet(collection, 0.4, seed);
      const drawn = collection.pictures.filter((p) => ids.includes(p.id));
      expect(drawn.filter((p) => p.pin ?? p.group === 'g')).toEqual([]);
      expect(perClass(ids, 'a')).toBe(5);
    }
    expect(drawTestSet(collectionOf(...many('a', 9, () => ({ side: 'training' }))), 0.2, 1)).toEqual([]);
  });

  it('takes nothing that stands in two classes', () => {
    const shared = { group: 'twins' };
    const collection = collectionOf(
      ...many('a', 6, (n) => (n < 2 ? shared : {})),
      ...many('b', 6, (n) => (n < 2 ? shared : {})),
    );
    for (let seed = 0; seed < 20; seed++)
      expect(drawTestSet(collection, 0.5, seed).filter((id) => /-00[01]$/.test(id))).toEqual([]);
  });

  it('always leaves a training and a validation side of every class', () => {
    const cases: readonly Collection[] = [
      collectionOf(...many('a', 1), ...many('b', 2)),
      collectionOf(...many('a', 2), ...many('b', 3)),
      // Two kept in training and two free: one of the free ones has to validate.
      collectionOf(...many('a', 4, (n) => (n < 2 ? { side: 'training' } : {})), ...many('b', 5)),
      collectionOf(...many('a', 4, (n) => (n < 2 ? { side: 'validation' } : {})), ...many('b', 5)),
      collectionOf(...many('a', 9, (n) => ({ group: `g${Math.floor(n / 3)}` })), ...many('b', 5)),
    ];
    for (const collection of cases)
      for (const share of [0.1, 0.5, 0.9])
        for (let seed = 0; seed < 10; seed++) {
          const left = without(collection, drawTestSet(collection, share, seed));
          const before = readiness(collection, splitCollection(collection, 0.7, seed));
          expect(readiness(left, splitCollection(left, 0.7, seed)).ok).toBe(before.ok);
        }
    expect(drawTestSet(collectionOf(...many('a', 2), ...many('b', 3)), 0.9, 1)).toHaveLength(1);
  });

  it('draws nothing again that was in an opened set', () => {
    const collection = collectionOf(...many('a', 20), ...many('b', 20));
    const seen = new Set(drawTestSet(collection, 0.3, 42));
    const again = drawTestSet(collection, 0.3, 42, seen);
    expect(again).toHaveLength(12);
    expect(again.filter((id) => seen.has(id))).toEqual([]);
    const all = new Set(collection.pictures.map((p) => p.id));
    expect(drawTestSet(collection, 0.3, 42, all)).toEqual([]);
  });
});

describe('a test set', () => {
  const whole = collectionOf(...many('a', 20), ...many('b', 20));
  const locked = without(whole, drawTestSet(whole, 0.2, 42));

  it('has no side, no given label, and is none of the pictures that are learned from', () => {
    const ids = testPictures(locked.pictures).map((p) => p.id);
    expect(ids).toHaveLength(8);
    const { sides, wrongLabels } = drawTrial({ split: 0.7, noise: 0.5, perClass: 0 }, 1, locked);
    expect(ids.filter((id) => sides.has(id) || wrongLabels.has(id))).toEqual([]);
    expect(sides.size).toBe(32);
    expect(learnable(locked.pictures)).toHaveLength(32);
  });

  it('is not drawn from twice', () => {
    const ids = new Set(testPictures(locked.pictures).map((p) => p.id));
    expect(drawTestSet(locked, 0.2, 42).filter((id) => ids.has(id))).toEqual([]);
  });
});
