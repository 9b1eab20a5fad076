import { t } from '@lingui/core/macro';
import type { BaseCard } from '../../core/catalogue';
import { aboutWords, bytesWords } from '../model/words';

export interface Fact {
  readonly term: string;
  readonly words: string;
  /** The figure behind the words, where cards are worth comparing by it. */
  readonly figure?: number;
}

const unknown = t`not known`;

/** What there is to know of a base before choosing it. */
export function factsOf({
  taskA,
  parameters,
  bytes,
  multiplyAdds,
  licence,
  source,
  origin,
}: BaseCard): readonly Fact[] {
  return [
    { term: t`Trained on`, words: taskA?.words ?? t`not known: its files do not say` },
    { term: t`Parameters`, ...figure(parameters, aboutWords) },
    // What was never fetched has a size, but none to be compared with downloads.
    origin.kind === 'own'
      ? { term: t`Size`, words: bytes === null ? unknown : bytesWords(bytes) }
      : { term: t`Download size`, ...figure(bytes, bytesWords) },
    { term: t`Multiply-adds`, ...figure(multiplyAdds, aPicture) },
    { term: t`Licence`, words: licence },
    { term: t`From`, words: source },
  ];
}

function aPicture(n: number): string {
  const about = aboutWords(n);
  return t`${about} a picture`;
}

const figure = (n: number | null, words: (n: number) => string): Pick<Fact, 'words' | 'figure'> =>
  n === null ? { words: unknown } : { words: words(n), figure: n };

/** What all cards of a group have in common is said once, over them. */
export function commonFacts(cards: readonly BaseCard[]): readonly Fact[] {
  const [first, ...rest] = cards.map(factsOf);
  if (!first || rest.length === 0) return [];
  return first.filter((fact) => rest.every((facts) => facts.some((f) => isSame(f, fact))));
}

export const without = (facts: readonly Fact[], said: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => !said.some((s) => isSame(s, fact)));

const isSame = (a: Fact, b: Fact) => a.term === b.term && a.words === b.words;

/** Whether its files are on this device already, and what that means. */
export function keptWords({ origin }: BaseCard, kept: boolean): string {
  switch (origin.kind) {
    case 'bundled':
      return t`comes with this page`;
    case 'hub':
      return kept ? t`kept: needs no network` : t`no`;
    case 'own':
      return kept ? t`kept` : t`for this visit only`;
    default:
      return origin satisfies never;
  }
}
