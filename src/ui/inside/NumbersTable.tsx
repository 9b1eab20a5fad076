import { memo } from 'react';

export interface NumbersTableProps {
  /** What opens it, e.g. "The chart as a table". */
  readonly summary: string;
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly string[])[];
}

/** The numbers behind a drawing, folded away until asked for. */
export const NumbersTable = memo(function NumbersTable({ summary, caption, columns, rows }: NumbersTableProps) {
  return (
    <details className="measure-more">
      <summary>{summary}</summary>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="measure-scroll" tabIndex={0} aria-label={caption}>
        <table className="measure-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([header = '', ...cells]) => (
              <tr key={header}>
                <th scope="row">{header}</th>
                {cells.map((cell, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the columns never move
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
});
