import { memo } from 'react';
import { count } from '../../core/figures';
import type { ConfusionCell } from './confusionCells';

export interface ConfusionTableProps {
  /** [true class][answer] */
  readonly cells: readonly (readonly ConfusionCell[])[];
  readonly classNames: readonly string[];
  readonly caption: string;
  /** Which cell's pictures are shown; null: none. */
  readonly selected: ConfusionCell | null;
  readonly onSelect: (cell: ConfusionCell) => void;
}

/** Who was taken for whom: the true classes down, the answers across. */
export const ConfusionTable = memo(function ConfusionTable(props: ConfusionTableProps) {
  const { cells, classNames, caption, selected, onSelect } = props;
  const nameOf = (c: number) => classNames[c] ?? `class ${c + 1}`;
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="measure-scroll" tabIndex={0} aria-label={caption}>
      <table className="measure-confusion">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">true class</th>
            {classNames.map((name) => (
              <th key={name} scope="col" title={name}>
                <span className="lab-hidden">answered </span>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line, truth) => (
            <tr key={nameOf(truth)}>
              <th scope="row" title={nameOf(truth)}>
                {nameOf(truth)}
              </th>
              {line.map((cell) => (
                <td
                  key={cell.answer}
                  data-right={cell.answer === cell.truth || undefined}
                  style={{ backgroundColor: shade(cell) }}
                >
                  {cell.pictures.length === 0 ? (
                    '0'
                  ) : (
                    <button
                      type="button"
                      aria-pressed={cell.answer === selected?.answer && cell.truth === selected.truth}
                      aria-label={`${count(cell.pictures.length, 'picture')} of ${nameOf(cell.truth)}, answered ${nameOf(cell.answer)}`}
                      onClick={() => onSelect(cell)}
                    >
                      {cell.pictures.length}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

/** The larger its share of the true class, the darker; never so dark that the number is hard to read. */
const shade = ({ truth, answer, share }: ConfusionCell) =>
  `color-mix(in srgb, var(${truth === answer ? '--lab-ice' : '--lab-ember'}) ${Math.round(share * 40)}%, transparent)`;
