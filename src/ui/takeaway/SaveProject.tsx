import { Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Word } from '../words/Word';
import './takeaway.css';

export interface SaveProjectProps {
  /** The buttons. */
  readonly fileItems: ReactNode;
}

/** The whole project as a file. */
export function SaveProject({ fileItems }: SaveProjectProps) {
  const id = useId();
  return (
    <section className="lab-card lab-padded takeaway-save" aria-labelledby={id}>
      <div>
        <h3 className="lab-h3" id={id}>
          <Trans>Save the project</Trans>
        </h3>
        <p className="lab-soft takeaway-lead">
          <Trans>
            One file holds the pictures, their <Word of="split">split</Word>, the settings, the log and the trained{' '}
            <Word of="head">heads</Word>. It opens on any computer, and its pictures can be added to a class mate’s
            project.
          </Trans>
        </p>
      </div>
      <div className="lab-row">{fileItems}</div>
    </section>
  );
}
