import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { StepView } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { wrongLabelWords } from './networkWords';

export interface BatchStripProps {
  readonly step: Pick<StepView, 'rows' | 'labels' | 'trueLabels'>;
  readonly classNames: readonly string[];
  readonly pictureOf: (row: number) => { readonly url: string; readonly name: string };
  /** Index into the batch. */
  readonly shown: number;
  readonly onShown: (index: number) => void;
}

const most = 16;

/** The pictures of the batch; the pressed one is the one whose masks are drawn. */
export function BatchStrip({ step, classNames, pictureOf, shown, onShown }: BatchStripProps) {
  const { rows, labels } = step;
  // The chosen one is among them, wherever in the batch it is.
  const from = Math.max(0, shown - most + 1);
  const part = rows
    .slice(from, from + most)
    .map((row, i) => ({ row, b: from + i, wrong: wrongLabelWords(step, from + i, classNames) }));
  const [shownPart, all] = [part.length, rows.length];
  return (
    <div className="net-batch">
      <p className="lab-soft">
        <Trans>
          Every picture of a <Word of="batch">batch</Word> has <Word of="mask">masks</Word> of its own. Whose masks are
          drawn?
        </Trans>
        {shownPart < all && <> {t`${shownPart} of the ${all} pictures of this batch:`}</>}
        {part.some(({ wrong }) => wrong !== null) && (
          <> {t`Marked “wrong”: its given label was made wrong on purpose.`}</>
        )}
      </p>
      <ul className="net-thumbs" aria-label={t`Pictures of the batch`}>
        {part.map(({ row, b, wrong }) => {
          const { url, name } = pictureOf(row);
          const label = classNames[labels[b] ?? -1] ?? '';
          const words = `${name}, ${wrong ?? t`labelled ${label}`}`;
          return (
            // A picture and its altered copy can be in one batch: the row alone is not unique.
            <li key={`${b}-${row}`}>
              <button
                type="button"
                className="net-thumb"
                aria-pressed={b === shown}
                aria-label={words}
                title={words}
                onClick={() => onShown(b)}
              >
                <img src={url} alt="" width={224} height={224} draggable={false} />
                {/* A word, so that it is not told by colour alone; the button's name has it, too. */}
                {wrong !== null && (
                  <span className="net-thumb-wrong">
                    <Trans>wrong</Trans>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
