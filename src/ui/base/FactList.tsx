import type { Fact } from './facts';
import './facts.css';

export interface FactListProps {
  readonly facts: readonly Fact[];
  /** The largest figure under each term among the bases that stand side by side; without it no bars are drawn. */
  readonly largest?: ReadonlyMap<string, number>;
}

/** Facts of a base, and bars to compare them by. */
export function FactList({ facts, largest }: FactListProps) {
  return (
    <dl className="facts lab-numbers">
      {facts.map(({ term, words, figure }) => {
        const most = largest?.get(term);
        return (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {words}
              {figure !== undefined && most !== undefined && (
                <span className="facts-bar" aria-hidden>
                  <span style={{ width: `${(100 * figure) / most}%` }} />
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
