import { t } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { percent } from '../../core/figures';

export interface ClassBarsProps {
  readonly classNames: readonly string[];
  /** [C] with all units on. */
  readonly whole: readonly number[];
  /** [C] mean over sub-networks; null: nothing was dropped, so there are none. */
  readonly averaged: readonly number[] | null;
  readonly subnetworks: number;
}

const most = 6;

/** The classes' probabilities as bars: the whole network's, and the mean of its sub-networks'. */
export function ClassBars({ classNames, whole, averaged, subnetworks }: ClassBarsProps) {
  const likely = whole.map((_, c) => c).toSorted((a, b) => (whole[b] ?? 0) - (whole[a] ?? 0));
  // In the order of the classes, so that both networks' bars stand side by side.
  const shown = likely.slice(0, most).toSorted((a, b) => a - b);
  return (
    <div className="net-bars">
      <dl className="lab-numbers">
        {shown.map((c) => (
          <div key={c}>
            <dt>{classNames[c]}</dt>
            <Bar kind="whole" share={whole[c] ?? 0} words={t`all units on`} />
            {averaged && (
              <Bar kind="averaged" share={averaged[c] ?? 0} words={t`mean of ${subnetworks} sub-networks`} />
            )}
          </div>
        ))}
      </dl>
      {likely.length > most && (
        <p className="lab-soft">
          <Plural
            value={likely.length - most}
            one="The least likely class is left out."
            other="The # least likely classes are left out."
          />
        </p>
      )}
    </div>
  );
}

interface BarProps {
  readonly kind: 'whole' | 'averaged';
  readonly share: number;
  readonly words: string;
}

function Bar({ kind, share, words }: BarProps) {
  return (
    <dd className="net-bar">
      <span className="lab-hidden">{words}: </span>
      <span className="net-bar-track" aria-hidden>
        <span data-kind={kind} style={{ width: `${share * 100}%` }} />
      </span>
      {percent(share)}
    </dd>
  );
}
