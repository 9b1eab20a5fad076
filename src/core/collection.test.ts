import { describe, expect, it } from 'vitest';
import { withClassesTaken } from './classIds';
import {
  addPicture,
  contradictions,
  emptyCollection,
  ensureClass,
  limits,
  reduceCollection,
  type Collection,
} from './collection';

const ofClasses = (...names: string[]): Collection =>
  names.reduce((state, name) => reduceCollection(state, { type: 'class added', name }), emptyCollection);

const add = (state: Collection, classId: string, hash: string, more: { group?: string; side?: 'training' } = {}) =>
  addPicture(state, classId, { hash, name: `${hash}.png`, ...more });

describe('the collection', () => {
  const two = ofClasses('Cats', 'Dogs');

  it('finds a class by name whatever its case, and makes a missing one', () => {
    expect(ensureClass(two, ' cats ')?.classId).toBe('class-1');
    const made = ensureClass(two, 'Owls');
    expect(made?.collection.classes.map((c) => [c.name, c.style])).toEqual([
      ['Cats', 0],
      ['Dogs', 1],
      ['Owls', 2],
    ]);
    const full = ofClasses(...Array.from({ length: limits.classes }, (_, i) => `C${i}`));
    expect(ensureClass(full, 'one more')).toBeNull();
  });

  it('keeps a duplicate once', () => {
    const { collection } = add(two, 'class-1', 'h1');
    const again = add(collection, 'class-1', 'h1');
    expect(again.addition.kind).toBe('duplicate');
    expect(again.collection.pictures).toHaveLength(1);
  });

  it('keeps the same content in two classes, points it out, and never lets the split part them', () => {
    const first = add(two, 'class-1', 'h1', { side: 'training' });
    const second = add(first.collection, 'class-2', 'h1');
    expect(second.addition.kind).toBe('contradiction');
    const [a, b] = second.collection.pictures;
    expect(a?.id).not.toBe(b?.id);
    expect(b?.group).toBe(a?.group);
    expect(b?.pin).toEqual(a?.pin);
    expect(contradictions(second.collection)).toHaveLength(1);
  });

  it('resolves a contradiction by moving: the content is then kept once', () => {
    const first = add(two, 'class-1', 'h1');
    const { collection } = add(first.collection, 'class-2', 'h1');
    const id = collection.pictures[1]?.id ?? '';
    const moved = reduceCollection(collection, { type: 'pictures moved', ids: [id], classId: 'class-1' });
    expect(moved.pictures.map((p) => p.classId)).toEqual(['class-1']);
    expect(contradictions(moved)).toEqual([]);
  });

  it('says when it is full', () => {
    const full: Collection = {
      ...two,
      pictures: Array.from({ length: limits.pictures }, (_, i) => ({
        id: `${i}`,
        hash: `${i}`,
        name: `${i}`,
        classId: 'class-1',
        group: `${i}`,
        pin: null,
      })),
    };
    const { addition } = add(full, 'class-1', 'new');
    expect(addition.kind === 'refused' ? addition.reason : '').toMatch(/at most 2000 pictures/);
  });

  it('pins whole groups', () => {
    const one = add(two, 'class-1', 'h1', { group: 'g' }).collection;
    const both = add(one, 'class-1', 'h2', { group: 'g' }).collection;
    const id = both.pictures[0]?.id ?? '';
    const pinned = reduceCollection(both, { type: 'pictures pinned', ids: [id], side: 'validation' });
    expect(pinned.pictures.map((p) => p.pin?.side)).toEqual(['validation', 'validation']);
    const released = reduceCollection(pinned, { type: 'pictures pinned', ids: [id], side: null });
    expect(released.pictures.map((p) => p.pin)).toEqual([null, null]);
  });

  it('moves, renames and removes classes and pictures', () => {
    const filled = add(two, 'class-1', 'h1').collection;
    const id = filled.pictures[0]?.id ?? '';
    const moved = reduceCollection(filled, { type: 'pictures moved', ids: [id], classId: 'class-2' });
    expect(moved.pictures[0]?.classId).toBe('class-2');
    const swapped = reduceCollection(moved, { type: 'class moved', classId: 'class-2', by: -1 });
    expect(swapped.classes.map((c) => c.name)).toEqual(['Dogs', 'Cats']);
    expect(reduceCollection(swapped, { type: 'class moved', classId: 'class-2', by: -1 })).toEqual(swapped);
    const renamed = reduceCollection(swapped, { type: 'class renamed', classId: 'class-2', name: 'Hounds' });
    expect(renamed.classes[0]).toEqual({ id: 'class-2', name: 'Hounds', style: 1 });
    expect(reduceCollection(renamed, { type: 'class removed', classId: 'class-2' }).pictures).toEqual([]);
    expect(reduceCollection(renamed, { type: 'pictures removed', ids: [id] }).pictures).toEqual([]);
    expect(reduceCollection(renamed, { type: 'cleared' })).toEqual({ ...emptyCollection, lastClass: 2 });
    expect(reduceCollection(emptyCollection, { type: 'cleared' })).toBe(emptyCollection);
  });

  it('gives no class the id of one that was deleted', () => {
    const ids = ({ classes }: Collection) => classes.map((c) => c.id);
    const left = reduceCollection(two, { type: 'class removed', classId: 'class-2' });
    const owls = reduceCollection(left, { type: 'class added', name: 'Owls' });
    expect(ids(owls)).toEqual(['class-1', 'class-3']);
    const again = reduceCollection(owls, { type: 'class removed', classId: 'class-1' });
    expect(ensureClass(again, 'Foxes')?.classId).toBe('class-4');
    expect(ensureClass(reduceCollection(again, { type: 'cleared' }), 'Foxes')?.classId).toBe('class-4');
  });

  it('gives no class an id that trained heads know, though it was undone here', () => {
    const heads = [...two.classes, { id: 'class-7', name: 'Owls', style: 2 }];
    expect(ensureClass(withClassesTaken(two, heads), 'Foxes')?.classId).toBe('class-8');
    expect(withClassesTaken(two, two.classes)).toBe(two);
    expect(withClassesTaken(two, [{ id: 'owls' }])).toBe(two);
  });

  describe('content that is here already, in a picture of another group', () => {
    const burst = (state: Collection, ...hashes: readonly string[]) =>
      hashes.reduce((so, hash) => add(so, 'class-2', hash, { group: 'recording-2' }).collection, state);
    const groups = ({ pictures }: Collection) => pictures.map((p) => p.group);

    it('makes one of both groups, before and after it', () => {
      const before = burst(add(two, 'class-1', 'h1', { side: 'training' }).collection, 'f1', 'h1', 'f2');
      expect(groups(before)).toEqual(Array.from({ length: 4 }, () => 'recording-2'));
      expect(before.pictures.map((p) => p.pin?.side)).toEqual(['training', 'training', 'training', undefined]);
      expect(groups(burst(add(two, 'class-1', 'h1').collection, 'h1', 'f2'))).toEqual(
        Array.from({ length: 3 }, () => 'recording-2'),
      );
    });

    it('in the same class too, where it is kept once', () => {
      const both = burst(add(two, 'class-2', 'h1').collection, 'f1', 'h1');
      expect(both.pictures.map((p) => p.hash)).toEqual(['h1', 'f1']);
      expect(groups(both)).toEqual(['recording-2', 'recording-2']);
    });

    it('sets all of them aside where one of them is', () => {
      const first = add(two, 'class-1', 'h1').collection;
      const aside = reduceCollection(first, { type: 'test set aside', ids: ['h1'] });
      expect(burst(aside, 'f1', 'h1', 'f2').pictures.map((p) => p.test)).toEqual([true, true, true, true]);
    });
  });

  describe('a test set', () => {
    const some = ['h1', 'h2', 'h3'].reduce((state, hash) => add(state, 'class-1', hash).collection, two);
    const ids = some.pictures.map((p) => p.id);
    const locked = reduceCollection(some, { type: 'test set aside', ids: ids.slice(0, 1) });
    const isTest = ({ pictures }: Collection) => pictures.map((p) => p.test ?? false);

    it('is set aside with whole groups, and released as it was', () => {
      expect(isTest(locked)).toEqual([true, false, false]);
      const burst = ['f1', 'f2'].reduce((state, hash) => add(state, 'class-1', hash, { group: 'g' }).collection, some);
      const frame = burst.pictures[3]?.id ?? '';
      const aside = reduceCollection(burst, { type: 'test set aside', ids: [frame] });
      expect(isTest(aside)).toEqual([false, false, false, true, true]);
      expect(reduceCollection(aside, { type: 'test set released' })).toEqual(burst);
    });

    it('is joined by what belongs to one of its pictures', () => {
      const twin = add(locked, 'class-2', 'h1');
      expect(twin.addition.kind).toBe('contradiction');
      expect(isTest(twin.collection)).toEqual([true, false, false, true]);
      const inBurst = reduceCollection(add(two, 'class-1', 'f1', { group: 'g' }).collection, {
        type: 'test set aside',
        ids: ['f1'],
      });
      expect(isTest(add(inBurst, 'class-1', 'f2', { group: 'g' }).collection)).toEqual([true, true]);
      expect(isTest(add(locked, 'class-1', 'h9').collection)).toEqual([true, false, false, false]);
    });

    it('keeps its pictures through a move, and lets them be deleted', () => {
      const id = ids[0] ?? '';
      const moved = reduceCollection(locked, { type: 'pictures moved', ids: [id], classId: 'class-2' });
      expect(moved.pictures[0]).toMatchObject({ classId: 'class-2', test: true });
      expect(isTest(reduceCollection(locked, { type: 'pictures removed', ids: [id] }))).toEqual([false, false]);
    });
  });
});
