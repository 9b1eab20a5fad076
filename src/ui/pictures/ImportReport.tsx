import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { grouped } from '../../core/figures';
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
          name={t`Skipped`}
          open={skipped.length <= 5}
          lines={skipped.map((s, i) => ({ key: i, name: s.path, text: s.reason }))}
        />
        <Lines
          title={t`In two classes at once: one of the labels must be wrong`}
          name={t`In two classes`}
          open={contradictions.length <= 5}
          lines={contradictions.map(({ name, className, otherName, otherClass }, i) => ({
            key: i,
            name,
            text: t`In “${className}”; the same picture is “${otherName}” in “${otherClass}”.`,
          }))}
        />
        <Lines
          title={t`Duplicates, kept once`}
          name={t`Duplicates`}
          open={false}
          lines={duplicates.map(({ name, of }, i) => ({ key: i, name, text: t`The same picture as “${of}”.` }))}
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
  const more = grouped(left);
  return (
    <details open={open}>
      <summary>
        {title} ({grouped(lines.length)})
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
          <Trans>Show more ({more} left)</Trans>
        </Button>
      )}
    </details>
  );
}

function headline({ added, duplicates, contradictions, skipped }: Summary): string {
  const parts = [
    added === 0 ? t`No picture added` : plural(added, { one: '# picture added', other: '# pictures added' }),
  ];
  if (duplicates.length > 0)
    parts.push(plural(duplicates.length, { one: '# duplicate kept once', other: '# duplicates kept once' }));
  if (contradictions.length > 0)
    parts.push(plural(contradictions.length, { one: '# contradiction', other: '# contradictions' }));
  if (skipped.length > 0) parts.push(plural(skipped.length, { one: '# file skipped', other: '# files skipped' }));
  return `${parts.join(', ')}.`;
}
