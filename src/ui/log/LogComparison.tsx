import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import { lazy, Suspense, useId, useMemo } from 'react';
import { listed } from '../../core/listed';
import { compareEntries } from '../../core/log/comparison';
import { entryTitle, phaseWords } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import { Note } from '../layout/Note';

/** With the charts' library, which a page without pictures has not fetched. */
const LogCharts = lazy(() => import('./LogCharts'));

export interface LogComparisonProps {
  readonly first: LogEntry;
  readonly second: LogEntry;
  readonly onClose: () => void;
}

/** Two experiments side by side: what they had different, what came out, and what may be concluded. */
export function LogComparison({ first, second, onClose }: LogComparisonProps) {
  const id = useId();
  const { changes, sides, isPaired, pairing, sentences } = useMemo(
    () => compareEntries(first, second),
    [first, second],
  );
  const titles = [first, second].map(entryTitle);
  return (
    <section className="lab-card compare log-comparison" aria-labelledby={id}>
      <div className="log-comparison-head">
        {/* Takes the focus when it opens. */}
        <h3 className="lab-h3" id={id} tabIndex={-1} ref={seen}>
          {listed(titles)}
        </h3>
        <CloseButton aria-label={t`Close the comparison`} size="lg" onClick={onClose} />
      </div>
      {isPaired ? <p className="log-pairing">{pairing}</p> : <Note tone="warn">{pairing}</Note>}
      <Suspense
        fallback={
          <p className="lab-soft">
            <Trans>Getting the charts …</Trans>
          </p>
        }
      >
        <LogCharts first={first} second={second} sides={sides} />
      </Suspense>
      <ul className="log-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {changes.length > 0 && (
        // A scrolling region must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="measure-scroll" tabIndex={0} aria-label={t`What differs between the two experiments`}>
          <table className="measure-table log-differences">
            <caption>
              <Trans>What differs</Trans>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Setting</Trans>
                </th>
                {[first, second].map((entry) => (
                  <th key={entry.id} scope="col">
                    {entryTitle(entry)}
                    <small>{phaseWords(entry)}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changes.map(({ label, before, after }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

const seen = (heading: HTMLHeadingElement | null) => {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'center' });
};
