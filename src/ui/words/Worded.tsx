import { Fragment } from 'react';
import type { TermId } from '../../core/glossary';
import { Word } from './Word';

export interface WordedProps {
  /** A sentence that was put together elsewhere, with `<0>…</0>` around the first of the terms, `<1>…</1>` around the second. */
  readonly text: string;
  readonly terms: readonly TermId[];
}

/** A sentence whose terms have their definitions, where the sentence is data and no JSX. */
export const Worded = ({ text, terms }: WordedProps) =>
  partsOf(text).map(({ words, term }, i) => {
    const of = term === null ? undefined : terms[term];
    const key = `part-${i + 1}`;
    return of === undefined ? (
      <Fragment key={key}>{words}</Fragment>
    ) : (
      <Word key={key} of={of}>
        {words}
      </Word>
    );
  });

interface Part {
  readonly words: string;
  /** Index of a term; null: plain words. */
  readonly term: number | null;
}

/** "By <0>heart</0>." -> "By ", "heart" (0), "." */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { index, 0: all, 1: term, 2: words = '' } of text.matchAll(/<(\d)>(.*?)<\/\1>/g)) {
    if (index > at) parts.push({ words: text.slice(at, index), term: null });
    parts.push({ words, term: Number(term) });
    at = index + all.length;
  }
  if (at < text.length) parts.push({ words: text.slice(at), term: null });
  return parts;
}
