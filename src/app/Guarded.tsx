import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Suspense, useCallback, type ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { Note } from '../ui/layout/Note';
import { messageOf } from './messages';
import { isMissingCode, missingCodeWords } from './missingCode';

export interface GuardedProps {
  /** What could not be drawn: "The charts". */
  readonly what: string;
  /** What stands there while its code is fetched: "Getting the charts …"; null: nothing. */
  readonly meanwhile: string | null;
  readonly children: ReactNode;
}

/** What is fetched when it is needed. A fault in it must not take the pictures and the training with it. */
export function Guarded({ what, meanwhile, children }: GuardedProps) {
  const fallback = useCallback((fault: FallbackProps) => <Fault what={what} {...fault} />, [what]);
  return (
    <ErrorBoundary fallbackRender={fallback}>
      <Suspense fallback={meanwhile !== null && <p className="lab-card lab-soft lab-padded">{meanwhile}</p>}>
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}

function Fault({ what, error, resetErrorBoundary }: FallbackProps & Pick<GuardedProps, 'what'>) {
  if (isMissingCode(error))
    return (
      <Note tone="error">
        <div className="lab-row">
          <span>{missingCodeWords(what)}</span>
          <Button variant="default" size="compact-md" onClick={() => location.reload()}>
            <Trans>Load the page again</Trans>
          </Button>
        </div>
      </Note>
    );
  const why = messageOf(error);
  return (
    <Note tone="error">
      <div className="lab-row">
        <span>{t`${what} could not be drawn (${why}). Your pictures and the training are untouched.`}</span>
        <Button variant="default" size="compact-md" onClick={resetErrorBoundary}>
          <Trans>Draw again</Trans>
        </Button>
      </div>
    </Note>
  );
}
