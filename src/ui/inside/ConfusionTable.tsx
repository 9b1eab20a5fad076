import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo } from 'react';
import { percent } from '../../core/figures';

/** One cell: how often a true class was given an answer. */
export interface TableCell {
  readonly truth: number;
  readonly answer: number;
  /** As many as there are. */
  readonly pictures: readonly unknown[];
  /** Of the pictures of the true class, in [0, 1]. */
  readonly share: number;
}

type CellPlace = Pick<TableCell, 'truth' | 'answer'>;

export interface ConfusionTableProps {
  /** [true class][answer]; a class that cannot be answered has a row alone. */
  readonly cells: readonly (readonly TableCell[])[];
  /** By true class. */
  readonly classNames: readonly string[];
  readonly caption: string;
  /** Which cell's pictures are shown; null: none. */
  readonly selected?: CellPlace | null;
  /** Without it, the table is only to be read. */
  readonly onSelect?: (cell: CellPlace) => void;
  /** By true class, in [0, 1]; null: there is nothing to divide by. */
  readonly scores?: readonly { readonly precision: number | null; readonly recall: number | null }[];
  /** What is counted. */
  readonly unit?: 'picture' | 'answer';
}

/** Who was taken for whom: the true classes down, the answers across. */
export const ConfusionTable = memo(function ConfusionTable(props: ConfusionTableProps) {
  const { cells, classNames, caption, scores } = props;
  const nameOf = (c: number) => classNames[c] ?? numbered(c + 1);
  const answers = cells[0]?.map(({ answer }) => answer) ?? [];
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="measure-scroll" tabIndex={0} aria-label={caption}>
      <table className="measure-confusion">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>true class</Trans>
            </th>
            {answers.map((answer) => (
              <th key={nameOf(answer)} scope="col" title={nameOf(answer)}>
                <span className="lab-hidden">
                  <Trans>answered</Trans>{' '}
                </span>
                {nameOf(answer)}
              </th>
            ))}
            {scores && (
              <th className="measure-score" scope="col">
                <Trans>recall</Trans>
              </th>
            )}
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
                  <Count {...props} cell={cell} nameOf={nameOf} />
                </td>
              ))}
              {scores && <td className="measure-score">{scoreWords(scores[truth]?.recall)}</td>}
            </tr>
          ))}
          {scores && (
            <tr>
              <th className="measure-score" scope="row">
                <Trans>precision</Trans>
              </th>
              {answers.map((answer) => (
                <td key={answer} className="measure-score">
                  {scoreWords(scores[answer]?.precision)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
});

const numbered = (n: number) => t`class ${n}`;

interface CountProps extends Pick<ConfusionTableProps, 'selected' | 'onSelect' | 'unit'> {
  readonly cell: TableCell;
  readonly nameOf: (c: number) => string;
}

function Count({ cell, nameOf, selected, onSelect, unit = 'picture' }: CountProps) {
  const { truth, answer, pictures } = cell;
  const [n, own, given] = [pictures.length, nameOf(truth), nameOf(answer)];
  if (n === 0 || !onSelect) return n;
  return (
    <button
      type="button"
      aria-pressed={answer === selected?.answer && truth === selected.truth}
      aria-label={
        unit === 'picture'
          ? t`${plural(n, { one: '# picture', other: '# pictures' })} of ${own}, answered ${given}`
          : t`${plural(n, { one: '# answer', other: '# answers' })} ${given} to pictures of ${own}`
      }
      onClick={() => onSelect(cell)}
    >
      {n}
    </button>
  );
}

/** "—" where nothing was answered so: 0 % would say that all such answers were wrong. */
const scoreWords = (score: number | null | undefined): string => (typeof score === 'number' ? percent(score) : '—');

/** The larger its share of the true class, the darker; never so dark that the number is hard to read. */
const shade = ({ truth, answer, share }: TableCell) =>
  `color-mix(in srgb, var(${truth === answer ? '--lab-ice' : '--lab-ember'}) ${Math.round(share * 40)}%, transparent)`;
