import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossary } from './glossary';
import { fields } from './settingFields';
import { matchingTerms, sortedTerms } from './words';

const term = (name: string, definition = '') => ({ name, definition });
const names = (terms: readonly { readonly name: string }[]) => terms.map(({ name }) => name);

describe('the list of terms', () => {
  it('is in the order of the language', () => {
    const terms = [term('Época'), term('zeta'), term('95 % interval'), term('Epsilon'), term('alfa')];
    expect(names(sortedTerms(terms, 'es'))).toEqual(['95 % interval', 'alfa', 'Época', 'Epsilon', 'zeta']);
  });

  it('is filtered by all words, without regard to accents, names first', () => {
    const terms = [term('Mask', 'Which units have dropout.'), term('Dropout rate', 'A chance.'), term('Pérdida')];
    expect(names(matchingTerms(terms, 'dropout'))).toEqual(['Dropout rate', 'Mask']);
    expect(names(matchingTerms(terms, ' RATE  dropout '))).toEqual(['Dropout rate']);
    expect(names(matchingTerms(terms, 'perdida'))).toEqual(['Pérdida']);
    expect(matchingTerms(terms, 'nothing of it')).toEqual([]);
    expect(matchingTerms(terms, '')).toBe(terms);
  });
});

describe('a word that is looked for', () => {
  const found = (query: string) => matchingTerms(glossary, query).map(({ id }) => id);

  it.each([
    ['overfitting', 'over-fitting'],
    ['OVER fitting', 'over-fitting'],
    ['knockout', 'knock-out'],
    ['confidence interval', 'interval'],
    ['backbone', 'base'],
    ['classifier', 'head'],
    ['cross entropy', 'loss'],
    ['crossentropy', 'loss'],
    ['regularization', 'regularisation'],
    ['drop', 'dropout'],
  ] as const)('%s leads to %s before all others', (query, id) => expect(found(query)[0]).toBe(id));

  it.each([
    ['neural network', ['base', 'head']],
    ['model', ['base', 'head']],
    ['unit', ['neuron']],
  ] as const)('%s is found under other names', (query, ids) =>
    expect(found(query)).toEqual(expect.arrayContaining([...ids])),
  );

  it('ranks names that begin with it, then names, other names and definitions', () => {
    const terms = [term('D', 'a unit'), { ...term('C'), also: 'unit' }, term('Hidden unit'), term('Unit')];
    expect(names(matchingTerms(terms, 'unit'))).toEqual(['Unit', 'Hidden unit', 'C', 'D']);
  });
});

describe('the glossary', () => {
  it('leads only to terms that there are, and from none to itself', () => {
    const ids = new Set<string>(glossary.map(({ id }) => id));
    for (const { id, see } of glossary) {
      expect(see.filter((other) => !ids.has(other))).toEqual([]);
      expect(see).not.toContain(id);
    }
  });

  it('defines in one to three sentences, which do not begin with the term itself', () => {
    for (const { name, definition } of glossary) {
      expect(definition.split(/(?<=[.?!]) (?=[A-Z“])/).length).toBeLessThanOrEqual(3);
      expect(definition).toMatch(/^[A-Z“].*\.$/);
      expect({ name, isCircular: definition.toLowerCase().startsWith(`${name.toLowerCase()} is`) }).toEqual({
        name,
        isCircular: false,
      });
    }
  });

  it('has no term that is explained nowhere on the page', () => {
    const root = join(import.meta.dirname, '..');
    const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\./.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    const used = new Set([
      ...Object.values(fields).flatMap((field) => ('terms' in field ? field.terms : [])),
      ...source.flatMap((text) => [
        ...[...text.matchAll(/\bof="([a-z0-9-]+)"/g)].map(([, id]) => id),
        // Sentences that are data name theirs beside them.
        ...[...text.matchAll(/\bterms(?:=\{|: )?\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
          [...list.matchAll(/'([a-z0-9-]+)'/g)].map(([, id]) => id),
        ),
      ]),
    ]);
    expect(glossary.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
