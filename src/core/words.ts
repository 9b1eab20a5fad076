import type { Term } from './glossary';

type Named = Pick<Term, 'name' | 'definition'> & Partial<Pick<Term, 'also'>>;

/** Small letters without accents and hyphens, so that "perdida" finds "pérdida", and "overfitting" "over-fitting". */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}|\p{Pd}/gu, '')
    .toLowerCase();

/** By name, as the language sorts. */
export function sortedTerms<T extends Named>(terms: readonly T[], locale: string): readonly T[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return terms.toSorted((a, b) => compare(a.name, b.name));
}

/**
 * Terms with every word of the query in their name, their other names or their definition. Names that begin with the
 * query come first, then names that have it, then other names, then the rest.
 * @param query as typed; empty: all terms, as they are.
 */
export function matchingTerms<T extends Named>(terms: readonly T[], query: string): readonly T[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return terms;
  const start = words.join(' ');
  const rank = ({ name, also = '', definition }: Named): number => {
    const has = (text: string) => words.every((word) => plain(text).includes(word));
    if (plain(name).startsWith(start)) return 0;
    return [name, also, `${name} ${also} ${definition}`].findIndex(has) + 1 || notFound;
  };
  const ranked = terms.map((term) => ({ term, at: rank(term) })).filter(({ at }) => at < notFound);
  // Sorting is stable: what ranks alike stays in its order.
  return ranked.toSorted((a, b) => a.at - b.at).map(({ term }) => term);
}

const notFound = 9;
