import type { ReactNode } from 'react';

export interface SectionProps {
  /** Place on the path; the number is drawn beside the title. */
  readonly step: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  /** Anchor that the stepper jumps to. */
  readonly id: string;
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stands at the right of the title: one or two controls. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One of the stations of the page. */
export function Section({ step, id, title, lead, aside, children }: SectionProps) {
  return (
    <section className="lab-section" id={id} data-step={step} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <span className="lab-section-number" aria-hidden>
        {step}
      </span>
      <header className="lab-section-head">
        <div>
          <h2 className="lab-section-title" id={`${id}-title`}>
            {title}
          </h2>
          {lead !== undefined && <p className="lab-section-lead">{lead}</p>}
        </div>
        {aside}
      </header>
      <div className="lab-section-body">{children}</div>
    </section>
  );
}
