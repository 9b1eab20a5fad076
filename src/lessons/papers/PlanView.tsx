import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { classLinks, type ClassLink, type ClassLinkId } from './classLinks';
import { PaperLink } from './PaperLink';
import './papers.css';

/** A part of a lesson; minutes count from its beginning. */
export interface PlanStep {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly opens?: readonly ClassLinkId[];
  /** At which devices it runs. */
  readonly who?: string;
  /** What the instructor does. */
  readonly does: ReactNode;
  /** What the instructor says, more or less in these words. */
  readonly says?: ReactNode;
  /** What the class commits itself to before anything runs. */
  readonly predicts?: ReactNode;
  /** What comes out, with figures. */
  readonly expects?: ReactNode;
}

/** A lesson minute by minute. */
export function PlanView({ steps }: { readonly steps: readonly PlanStep[] }) {
  return (
    <ol className="lab-plan">
      {steps.map((step) => (
        <li key={step.from}>
          <Step {...step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ from, to, title, opens, who, does, says, predicts, expects }: PlanStep) {
  return (
    <>
      <p className="lab-plan-time">{t`${from} to ${to} min`}</p>
      <div className="lab-plan-body">
        <h4>{title}</h4>
        {opens && (
          <p className="lab-plan-opens">
            <Trans>Open:</Trans>{' '}
            {opens.map((id, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <PaperLink to={id} />
                <Digit of={id} />
              </span>
            ))}
          </p>
        )}
        {who !== undefined && <Marked label={t`Who runs it`}>{who}</Marked>}
        <p>{does}</p>
        {says !== undefined && <blockquote>{says}</blockquote>}
        {predicts !== undefined && <Marked label={t`The class predicts`}>{predicts}</Marked>}
        {expects !== undefined && <Marked label={t`What to expect`}>{expects}</Marked>}
      </div>
    </>
  );
}

/** Where the presenter’s view has the same experiment. */
function Digit({ of }: { readonly of: ClassLinkId }) {
  const link: ClassLink = classLinks[of];
  const { digit } = link;
  return digit === undefined ? null : ` ${t`(in the presenter’s view: ${digit})`}`;
}

function Marked({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <p className="lab-plan-marked">
      <strong>{label}</strong> {children}
    </p>
  );
}
