import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '../../core/figures';
import type { ImportReport as Summary } from '../../core/importReport';

export interface ImportReportProps {
  readonly summary: Summary;
  readonly onDismiss: () => void;
}

/** Lines shown at first, and added by every click: a thousand at once help nobody. */
const portion = 12;

export function ImportReport({ summary, onDismiss }: ImportReportProps) {
  const { added, duplicates, contradictions, skipped, notes } = summary;
  const trouble = skipped.length + contradictions.length > 0;
  const Icon = trouble ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className="lab-card report" data-trouble={trouble || undefined}>
      <Icon size={24} aria-hidden />
      <div className="report-body">
        <p role={added === 0 && skipped.length > 0 ? 'alert' : 'status'}>{headline(summary)}</p>
        {notes.map((note) => (
          <p className="report-note" key={note}>
            {note}
          </p>
        ))}
        <Lines
          title={t`Skipped`}
          name="Skipped"
          open={skipped.length <= 5}
          lines={skipped.map((s, i) => ({ key: i, name: s.path, text: s.reason }))}
        />
        <Lines
          title={t`In two classes at once: one of the labels must be wrong`}
          name="In two classes"
          open={contradictions.length <= 5}
          lines={contradictions.map((c, i) => ({
            key: i,
            name: c.name,
            text: `In “${c.className}”; the same picture is “${c.otherName}” in “${c.otherClass}”.`,
          }))}
        />
        <Lines
          title={t`Duplicates, kept once`}
          name="Duplicates"
          open={false}
          lines={duplicates.map((d, i) => ({ key: i, name: d.name, text: t`The same picture as “${d.of}”.` }))}
        />
      </div>
      <CloseButton aria-label={t`Dismiss the report`} size="lg" onClick={onDismiss} />
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  /** What a screen reader calls the list. */
  readonly name: string;
  readonly open: boolean;
  readonly lines: readonly { readonly key: number; readonly name: string; readonly text: string }[];
}

function Lines({ title, name, open, lines }: LinesProps) {
  const [most, setMost] = useState(portion);
  if (lines.length === 0) return null;
  const left = lines.length - most;
  return (
    <details open={open}>
      <summary>
        {title} ({lines.length.toLocaleString('en')})
      </summary>
      <ul aria-label={name}>
        {lines.slice(0, most).map((line) => (
          <li key={line.key}>
            <b>{line.name}</b> {line.text}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="subtle" size="compact-md" onClick={() => setMost(most + 4 * portion)}>
          <Trans>Show more ({left.toLocaleString('en')} left)</Trans>
        </Button>
      )}
    </details>
  );
}

function headline({ added, duplicates, contradictions, skipped }: Summary): string {
  const parts = [added === 0 ? t`No picture added` : t`${count(added, 'picture')} added`];
  if (duplicates.length > 0) parts.push(t`${count(duplicates.length, 'duplicate')} kept once`);
  if (contradictions.length > 0) parts.push(count(contradictions.length, 'contradiction'));
  if (skipped.length > 0) parts.push(t`${count(skipped.length, 'file')} skipped`);
  return `${parts.join(', ')}.`;
}
