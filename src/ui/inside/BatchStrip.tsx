import type { StepView } from '../../core/inside/inside';

export interface BatchStripProps {
  readonly step: Pick<StepView, 'rows' | 'labels'>;
  readonly classNames: readonly string[];
  readonly pictureOf: (row: number) => { readonly url: string; readonly name: string };
  /** Index into the batch. */
  readonly shown: number;
  readonly onShown: (index: number) => void;
}

const most = 16;

/** The pictures of the batch; the pressed one is the one whose masks are drawn. */
export function BatchStrip({ step: { rows, labels }, classNames, pictureOf, shown, onShown }: BatchStripProps) {
  // The chosen one is among them, wherever in the batch it is.
  const from = Math.max(0, shown - most + 1);
  const part = rows.slice(from, from + most);
  return (
    <div className="net-batch">
      <p className="lab-soft">
        Every picture of a batch has masks of its own. Whose masks are drawn?
        {part.length < rows.length && ` ${part.length} of the ${rows.length} pictures of this batch:`}
      </p>
      <ul className="net-thumbs" aria-label="Pictures of the batch">
        {part.map((row, i) => {
          const { url, name } = pictureOf(row);
          const words = `${name}, labelled ${classNames[labels[from + i] ?? -1] ?? 'nothing'}`;
          return (
            // A picture and its altered copy can be in one batch: the row alone is not unique.
            <li key={`${from + i}-${row}`}>
              <button
                type="button"
                className="net-thumb"
                aria-pressed={from + i === shown}
                aria-label={words}
                title={words}
                onClick={() => onShown(from + i)}
              >
                <img src={url} alt="" width={224} height={224} draggable={false} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
