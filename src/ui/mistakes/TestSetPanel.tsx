import { Trans } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import { MeasureCard } from '../inside/MeasureCard';
import { Word } from '../words/Word';
import './mistakes.css';

export interface TestSetPanelProps {
  readonly children: ReactNode;
}

/** The frame of the test set: what it is for, and where it stands. */
export const TestSetPanel = memo(function TestSetPanel({ children }: TestSetPanelProps) {
  return (
    <MeasureCard
      title={
        <Trans>
          A locked <Word of="test">test set</Word>
        </Trans>
      }
      lead={
        <Trans>
          A third part of the pictures that nobody looks at, neither you nor the heads, until the very end. It is opened
          once.
        </Trans>
      }
      busy={false}
      ask={null}
    >
      <details className="test-why">
        <summary>
          <Trans>Why a third set, and why only once?</Trans>
        </summary>
        <p>
          <Trans>
            You look at the <Word of="validation">validation pictures</Word> again and again, and choose settings,
            classes and labels by them. What is chosen because it did well on these pictures owes some of that to luck
            with these pictures, so that their <Word of="accuracy">accuracy</Word> flatters.
          </Trans>
        </p>
        <p>
          <Trans>
            Pictures that played no part in any choice tell what a stranger would see. But they do so once: who chooses
            again after looking has made a second validation set of them. So choose first, open last, and report what
            comes out, whatever it is.
          </Trans>
        </p>
        <p>
          <Trans>
            It is best set aside at the start. Pictures that were in training or validation until now have had their
            part in what was chosen so far. Setting aside changes training and validation, so train again after it.
          </Trans>
        </p>
      </details>
      {children}
    </MeasureCard>
  );
});
