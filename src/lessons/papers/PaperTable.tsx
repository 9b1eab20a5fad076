import type { ReactNode } from 'react';
import './papers.css';

export interface PaperTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** One or more <tbody>. */
  readonly children: ReactNode;
}

/** A table that may be wider than a phone: it then scrolls inside, also by keyboard. */
export const PaperTable = ({ caption, head, children }: PaperTableProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="lab-paper-table" tabIndex={0} aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  </section>
);
