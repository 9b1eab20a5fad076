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
            Undo
          </Button>
          <CloseButton aria-label="Dismiss" onClick={onDismiss} />
        </span>
      )}
    </output>
  );
}
