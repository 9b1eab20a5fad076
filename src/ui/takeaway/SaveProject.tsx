import { useId, type ReactNode } from 'react';
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
          Save the project
        </h3>
        <p className="lab-soft takeaway-lead">
          One file holds the pictures, their split, the settings, the log and the trained heads. It opens on any
          computer, and its pictures can be added to a class mate’s project.
        </p>
      </div>
      <div className="lab-row">{fileItems}</div>
    </section>
  );
}
