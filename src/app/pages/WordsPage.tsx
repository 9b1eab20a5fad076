import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { glossary, termOf, type TermId } from '../../core/glossary';
import { i18n } from '../../core/language';
import { pageHref, wordHref } from '../../core/page';
import { matchingTerms, sortedTerms } from '../../core/words';
import { useLab } from '../context';
import { showStation, stations, type StationId } from '../stations';
import { PaperFrame } from './PaperFrame';
import { wordPlaces } from './wordPlaces';

const terms = sortedTerms(glossary, i18n.locale);

/** Every term that is explained on the page, in alphabetical order. */
export default function WordsPage() {
  const field = useId();
  const [query, setQuery] = useState('');
  const shown = matchingTerms(terms, query);
  useLinkedWord();
  const all = terms.length;
  return (
    <PaperFrame
      title={t`Words`}
      lead={t`What the terms mean here. Anywhere on the page, a term with a dotted line says the same when you point at it.`}
      printable
    >
      <div className="lab-words-filter">
        <label htmlFor={field}>
          <Trans>Find a word</Trans>
        </label>
        <input
          id={field}
          className="lab-words-field"
          type="search"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <output htmlFor={field}>
          {shown.length === all
            ? plural(all, { one: '# word', other: '# words' })
            : t`${plural(shown.length, { one: '# word', other: '# words' })} of ${all}`}
        </output>
      </div>
      <dl className="lab-words">
        {shown.map(({ id, name, definition, also, see }) => (
          <div key={id} id={anchorOf(id)} tabIndex={-1}>
            <dt>{name}</dt>
            <dd>
              <p>{definition}</p>
              {also !== '' && (
                <p className="lab-words-also">
                  <Trans>Also found as: {also}</Trans>
                </p>
              )}
              <p className="lab-words-links">
                <SeeAlso see={see} onChoose={() => setQuery('')} />
                <Place of={wordPlaces[id]} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
      {shown.length === 0 && (
        <p>
          <Trans>There is no such word here.</Trans>
        </p>
      )}
    </PaperFrame>
  );
}

const anchorOf = (term: string) => `word-${term}`;

/** @param onChoose before it is shown: what is linked may be filtered out. */
function SeeAlso({ see, onChoose }: { readonly see: readonly TermId[]; readonly onChoose: () => void }) {
  return (
    <span>
      <Trans>See also:</Trans>{' '}
      {see.map((id, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <a
            href={wordHref(id)}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onChoose();
              // The list may have to be drawn again first.
              requestAnimationFrame(() => showWord(id));
            }}
          >
            {termOf(id).name}
          </a>
        </span>
      ))}
    </span>
  );
}

/** The station where the term is at home. */
function Place({ of }: { readonly of: StationId }) {
  const lab = useLab();
  return (
    <span>
      <Trans>On the page:</Trans>{' '}
      <a
        href={pageHref('lab')}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          lab.show('lab');
          // The stations are hidden until the page has been drawn again.
          setTimeout(() => {
            showStation(of);
            document.getElementById(stations[of])?.focus({ preventScroll: true });
          }, 50);
        }}
      >
        {stationName(of)}
      </a>
    </span>
  );
}

function stationName(id: StationId): string {
  switch (id) {
    case 'pictures':
      return t`1 Pictures`;
    case 'base':
      return t`2 Base`;
    case 'head':
      return t`3 Head`;
    case 'compare':
    case 'curves':
      return t`4 Compare`;
    case 'inside':
    case 'rates':
      return t`5 Inside`;
    case 'why':
      return t`6 Why`;
    case 'try':
      return t`7 Try it`;
    case 'mistakes':
      return t`8 Mistakes`;
    case 'work':
      return t`9 Keep it`;
    default:
      return id satisfies never;
  }
}

function showWord(id: string): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const place = document.getElementById(anchorOf(id));
  place?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'center' });
  place?.focus({ preventScroll: true });
}

/** An address can name a word ("#page=words&word=epoch"), also one that comes while the page is open. */
function useLinkedWord(): void {
  useEffect(() => {
    const follow = () => {
      const word = new URLSearchParams(location.hash.slice(1)).get('word');
      if (word !== null) showWord(word);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
}
