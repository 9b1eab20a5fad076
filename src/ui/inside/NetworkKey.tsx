import { t } from '@lingui/core/macro';

/** What the lines and rings of the drawings mean. */
export function NetworkKey() {
  return (
    <ul className="net-key">
      {marks.map(({ words, mark }) => (
        <li key={words}>
          <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden>
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

const marks = [
  { words: t`positive weight`, mark: <path className="net-wire" data-sign="positive" data-bucket="2" d="M2 8H32" /> },
  { words: t`negative weight`, mark: <path className="net-wire" data-sign="negative" data-bucket="2" d="M2 8H32" /> },
  {
    words: t`the thicker, the larger; tiny ones are left out`,
    mark: <path className="net-wire" data-sign="positive" data-bucket="3" d="M2 8H32" />,
  },
  { words: t`unit that stays`, mark: <circle className="net-unit" cx="17" cy="8" r="6" /> },
  {
    words: t`dropped unit, without lines`,
    mark: <circle className="net-unit" data-dropped="true" cx="17" cy="8" r="6" />,
  },
] as const;
