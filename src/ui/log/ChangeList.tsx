import { Trans } from '@lingui/react/macro';
import { IconArrowRight } from '@tabler/icons-react';
import type { Change } from '../../core/log/changes';

export interface ChangeListProps {
  readonly changes: readonly Change[];
  /** What they are changes from, e.g. "Experiment 2"; null: there is nothing to compare with. */
  readonly reference: string | null;
}

/** What differs from another experiment; marked by a sign and in words, not by colour alone. */
export function ChangeList({ changes, reference }: ChangeListProps) {
  if (reference === null)
    return (
      <p className="lab-soft log-changes-none">
        <Trans>There is no earlier one to compare its settings with.</Trans>
      </p>
    );
  if (changes.length === 0)
    return (
      <p className="lab-soft log-changes-none">
        <Trans>Nothing differs from {reference}.</Trans>
      </p>
    );
  return (
    <div className="log-changes">
      <span className="lab-soft">
        <Trans>Differs from {reference}:</Trans>
      </span>
      <ul>
        {changes.map(({ label, before, after }) => (
          <li key={label}>
            <span className="log-diamond" aria-hidden>
              ◆
            </span>
            <span>
              {label}:{' '}
              <span className="lab-hidden">
                <Trans>was</Trans>{' '}
              </span>
              <del>{before}</del> <IconArrowRight size={15} aria-hidden />
              <span className="lab-hidden">
                , <Trans>now</Trans>{' '}
              </span>{' '}
              <ins>{after}</ins>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
