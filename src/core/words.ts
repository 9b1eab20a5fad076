import type { Term } from './glossary';

type Named = Pick<Term, 'name' | 'definition'>;

/** Small letters without their accents, so that "perdida" finds "pérdida". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** By name, as the language sorts. */
export function sortedTerms<T extends Named>(terms: readonly T[], locale: string): readonly T[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return terms.toSorted((a, b) => compare(a.name, b.name));
}

/**
 * Terms with every word of the query in their name or definition; those with all of them in the name come first.
 * @param query as typed; empty: all terms, as they are.
 */
export function matchingTerms<T extends Named>(terms: readonly T[], query: string): readonly T[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return terms;
  const has = (text: string) => words.every((word) => plain(text).includes(word));
  const found = terms.filter(({ name, definition }) => has(`${name} ${definition}`));
  return [...found.filter(({ name }) => has(name)), ...found.filter(({ name }) => !has(name))];
}
