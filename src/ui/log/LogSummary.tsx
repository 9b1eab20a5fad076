import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { percent } from '../../core/figures';
import type { Change } from '../../core/log/changes';
import { verdictStart } from '../../core/log/entryVerdict';
import type { LogEntry } from '../../core/log/logEntry';

export interface LogSummaryProps {
  readonly entry: LogEntry;
  readonly changes: readonly Change[];
  /** There is another that it is compared with. */
  readonly hasReference: boolean;
}

/** What an experiment that is closed shows of itself: what differed, what came out, what was noted. */
export function LogSummary({ entry, changes, hasReference }: LogSummaryProps) {
  const finals = entry.curves.map(({ validation }) => validation.at(-1));
  const note = entry.note.trim().split('\n')[0] ?? '';
  return (
    <div className="log-summary">
      <span className="log-summary-changes">
        {changes.length === 0 ? (
          <span className="lab-soft">{hasReference ? t`Nothing differs` : t`The first one`}</span>
        ) : (
          changes.map(({ label, before, after }) => `${label}: ${before} → ${after}`).join('; ')
        )}
      </span>
      {entry.epochsDone > 0 && (
        <span className="log-summary-finals lab-numbers">
          <span className="lab-soft">
            <Trans>Validation</Trans>
          </span>{' '}
          {finals.map(share).join(' / ')}
          <span className="lab-hidden">
            {' '}
            <Trans>without and with dropout</Trans>
          </span>
        </span>
      )}
      <span className="log-summary-words">
        {verdictStart(entry)}
        {note !== '' && <q className="lab-soft">{note}</q>}
      </span>
    </div>
  );
}

const share = (value: number | undefined) => (value === undefined ? '–' : percent(value));
