import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';

export interface UndoBarProps {
  /** What was done, e.g. "3 pictures deleted."; null: nothing to undo. */
  readonly message: string | null;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** The live region stays in the page, so that a new message is announced. */
export function UndoBar({ message, onUndo, onDismiss }: UndoBarProps) {
  return (
    <output className="undo-place">
      {message !== null && (
        <span className="lab-card undo">
          <span>{message}</span>
          <Button variant="default" size="compact-md" onClick={onUndo}>
            <Trans>Undo</Trans>
          </Button>
          <CloseButton aria-label={t`Dismiss`} onClick={onDismiss} />
        </span>
      )}
    </output>
  );
}
