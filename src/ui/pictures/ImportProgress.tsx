import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { grouped } from '../../core/figures';
import { ProgressBar } from '../layout/ProgressBar';

export interface ImportProgressProps {
  readonly done: number;
  /** 0: the files are still being counted. */
  readonly total: number;
  /** null: it cannot be cancelled, because nothing else could be done then. */
  readonly onCancel: (() => void) | null;
}

export function ImportProgress({ done, total, onCancel }: ImportProgressProps) {
  const read = grouped(done);
  const words =
    total === 0
      ? t`Looking through the files`
      : plural(total, { one: `${read} of # picture read`, other: `${read} of # pictures read` });
  return (
    <div className="lab-card import">
      <div className="import-bar">
        <span className="lab-numbers">{words}</span>
        <ProgressBar label={t`Reading pictures`} done={done} total={total} words={words} />
      </div>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      )}
    </div>
  );
}
