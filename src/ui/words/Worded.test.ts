import { expect, it } from 'vitest';
import { fields } from '../../core/settingFields';
import { partsOf } from './Worded';

it('finds the terms of a sentence, in whatever order a language has them', () => {
  expect(partsOf('No terms.')).toEqual([{ words: 'No terms.', term: null }]);
  expect(partsOf('Of <1>two</1> and <0>one</0>')).toEqual([
    { words: 'Of ', term: null },
    { words: 'two', term: 1 },
    { words: ' and ', term: null },
    { words: 'one', term: 0 },
  ]);
  expect(partsOf('A < B and 3 > 2')).toEqual([{ words: 'A < B and 3 > 2', term: null }]);
});

it.each(Object.entries(fields))('the definition of %s marks each of its terms once', (_, { definition, ...field }) => {
  const terms = 'terms' in field ? field.terms : [];
  const marked = partsOf(definition).flatMap(({ term }) => (term === null ? [] : [term]));
  expect(marked).toEqual(terms.map((_term, i) => i));
});
