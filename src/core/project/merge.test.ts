import { describe, expect, it } from 'vitest';
import { limits, type Collection } from '../collection';
import { matchedClasses, merged, type Incoming } from './merge';
import { hashOf, picture } from './project.fixture';

const ours: Collection = {
  classes: [
    { id: 'class-1', name: 'Cats', style: 0 },
    { id: 'class-2', name: 'Dogs', style: 1 },
  ],
  pictures: [picture(1, 'class-1'), picture(2, 'class-2', { group: 'r1' }), picture(3, 'class-2', { group: 'r1' })],
};

const theirs = (pictures: Incoming['pictures']): Incoming => ({
  title: 'Anna',
  classes: [
    { id: 'class-1', name: 'dogs ', style: 5 },
    { id: 'class-2', name: 'Birds', style: 6 },
  ],
  pictures,
});

const merge = (pictures: Incoming['pictures'], to = ours, keepsTest = true) =>
  merged(to, theirs(pictures), { destinations: matchedClasses(to, theirs([])), keepsTest });

describe('a class mate’s project', () => {
  it('has its classes matched by name, and new ones made', () => {
    const { collection, report } = merge([picture(11, 'class-1'), picture(12, 'class-2')]);
    expect(collection.classes.map((c) => c.name)).toEqual(['Cats', 'Dogs', 'Birds']);
    expect(collection.pictures.slice(3).map((p) => p.classId)).toEqual(['class-2', 'class-3']);
    expect(report).toMatchObject({ added: 2, duplicates: [], contradictions: [], notes: [] });
    expect(collection.pictures.slice(0, 3)).toEqual(ours.pictures);
  });

  it('goes where the person sends it, or is left out', () => {
    const incoming = theirs([picture(11, 'class-1'), picture(12, 'class-2')]);
    const { collection } = merged(ours, incoming, {
      destinations: new Map([
        ['class-1', { kind: 'new' }],
        ['class-2', { kind: 'left out' }],
      ]),
      keepsTest: true,
    });
    expect(collection.classes.map((c) => c.name)).toEqual(['Cats', 'Dogs', 'dogs (Anna)']);
    expect(collection.pictures).toHaveLength(4);
  });

  it('has duplicates kept once, and contradictions told', () => {
    const { collection, report } = merge([picture(2, 'class-1', { name: 'again.jpg' }), picture(1, 'class-1')]);
    expect(report.duplicates).toEqual([{ name: 'dogs /again.jpg', of: '2.jpg' }]);
    expect(report.contradictions).toEqual([
      { name: 'dogs /1.jpg', className: 'Dogs', otherName: '1.jpg', otherClass: 'Cats' },
    ]);
    expect(collection.pictures[3]).toMatchObject({ id: `${hashOf(1).slice(0, 16)}-2`, group: hashOf(1) });
  });

  it('keeps its groups, apart from ours of the same name', () => {
    const { collection } = merge([picture(11, 'class-1', { group: 'r1' }), picture(12, 'class-1', { group: 'r1' })]);
    const [, , , a, b] = collection.pictures;
    expect(a?.group).toBe('r1 (Anna)');
    expect(b?.group).toBe('r1 (Anna)');
  });

  it('joins a group that holds the same content, however it is called', () => {
    const { collection } = merge([picture(2, 'class-1', { group: 'x' }), picture(12, 'class-1', { group: 'x' })]);
    expect(collection.pictures.at(-1)).toMatchObject({ hash: hashOf(12), group: 'r1' });
  });

  it('makes one group of two of ours that it shows to belong together', () => {
    const pinned = { side: 'validation', by: 'person' } as const;
    const to = { ...ours, pictures: ours.pictures.map((p) => (p.group === 'r1' ? { ...p, pin: pinned } : p)) };
    const { collection } = merge([picture(2, 'class-1', { group: 'x' }), picture(1, 'class-2', { group: 'x' })], to);
    expect(new Set(collection.pictures.map((p) => p.group))).toEqual(new Set(['r1']));
    expect(collection.pictures.every((p) => p.pin?.side === 'validation')).toBe(true);
  });

  it('keeps its pins and test pictures, unless the person wants them as ordinary ones', () => {
    const pin = { side: 'training', by: 'folder' } as const;
    const incoming = [picture(11, 'class-1', { test: true }), picture(12, 'class-1', { pin })];
    const kept = merge(incoming);
    expect(kept.collection.pictures.slice(3)).toMatchObject([{ test: true }, { pin }]);
    expect(kept.report.notes).toEqual(['1 picture of them is set aside for the test.']);
    const ordinary = merge(incoming, ours, false);
    expect(ordinary.collection.pictures.some((p) => p.test)).toBe(false);
    expect(ordinary.report.notes).toEqual([]);
  });

  it('never gives a test set away: what belongs with our test pictures is set aside too', () => {
    const to = { ...ours, pictures: ours.pictures.map((p) => (p.group === 'r1' ? { ...p, test: true as const } : p)) };
    const { collection } = merge(
      [picture(2, 'class-1', { group: 'x' }), picture(12, 'class-1', { group: 'x' })],
      to,
      false,
    );
    expect(collection.pictures.at(-1)).toMatchObject({ hash: hashOf(12), test: true });
  });

  it('leaves our ordinary pictures ordinary where theirs of the same content are set aside', () => {
    const { collection } = merge([
      picture(2, 'class-1', { group: 'x', test: true }),
      picture(12, 'class-1', { group: 'x', test: true }),
    ]);
    expect(collection.pictures.some((p) => p.test)).toBe(false);
  });

  it('is told where there is no room', () => {
    const full = {
      ...ours,
      pictures: Array.from({ length: limits.pictures - 1 }, (_, i) => picture(100 + i, 'class-1')),
    };
    const { report } = merge([picture(11, 'class-1'), picture(12, 'class-1')], full);
    expect(report.added).toBe(1);
    expect(report.skipped[0]?.reason).toContain('The collection is full');
    const classes = Array.from({ length: 20 }, (_, i) => ({ id: `class-${i + 1}`, name: `K${i}`, style: i }));
    const crowded = merge([picture(11, 'class-1')], { ...ours, classes });
    expect(crowded.report.notes[0]).toContain('“dogs ” was left out: there are already 20 classes');
  });
});
