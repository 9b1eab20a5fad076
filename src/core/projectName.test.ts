import { describe, expect, it } from 'vitest';
import { emptyCollection, reduceCollection, type Collection } from './collection';
import { copyName, defaultName, followedName, longestName } from './projectName';

const withClasses = (...names: string[]): Collection =>
  names.reduce((so, name) => reduceCollection(so, { type: 'class added', name }), emptyCollection);

const picture = { id: 'p', hash: 'p', name: 'p', classId: 'class-1', group: 'p', pin: null };

describe('a project is called', () => {
  it('by its built-in set, its first classes, or neither', () => {
    expect(defaultName(emptyCollection, 'counting-dots')).toBe('Counting dots');
    expect(defaultName(withClasses('Cats', 'Class 2', 'Dogs', 'Birds', 'Cows'), null)).toBe('Cats, Dogs, Birds');
    expect(defaultName({ ...withClasses('Class 1'), pictures: [picture] }, null)).toBe('My pictures');
    expect(defaultName(withClasses('Class 1'), null)).toBe('New project');
    expect(defaultName(withClasses('a'.repeat(100)), null)).toHaveLength(longestName);
  });

  it('as its pictures say, until the learner names it', () => {
    const now = { collection: withClasses('Cats'), sample: null };
    expect(followedName({ name: 'New project', collection: emptyCollection, sample: null }, now)).toBe('Cats');
    expect(followedName({ name: 'Mine', collection: emptyCollection, sample: null }, now)).toBe('Mine');
  });

  it('a copy where it is one, with a number where there are several', () => {
    expect(copyName('Cats', ['Cats'])).toBe('Cats (copy)');
    expect(copyName('Cats (copy)', ['Cats', 'Cats (copy)'])).toBe('Cats (copy 2)');
  });
});
