import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

export interface PresentPanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A list over the presenter's view. The browser's own dialog: everything else is out of reach, and Esc closes it. */
export function PresentPanel({ title, onClose, children }: PresentPanelProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the element is gone: closing it gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="present-panel"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="present-panel-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="present-key" onClick={onClose}>
          <span>
            <Trans>Close</Trans>
          </span>
          <kbd aria-hidden>{t`Esc`}</kbd>
        </button>
      </div>
      {children}
    </dialog>
  );
}
