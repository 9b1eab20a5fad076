import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { Note } from '../ui/layout/Note';
import { useLab, useLabState } from './context';
import { messageOf } from './messages';
import { isMissingCode, missingCodeWords } from './missingCode';

/** Around the whole page: a fault in drawing it leaves a page that says so, not an empty one. */
export function RootBoundary({ children }: { readonly children: ReactNode }) {
  return <ErrorBoundary FallbackComponent={Crash}>{children}</ErrorBoundary>;
}

function Crash({ error }: FallbackProps) {
  const lab = useLab();
  const trouble = useLabState((s) => s.trouble);
  const isKept = useIsKept();
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the page.
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="lab-wrap lab-crash">
      <h1 ref={heading} tabIndex={-1}>
        <Trans>The page could not be drawn</Trans>
      </h1>
      <Note tone="error">
        {isMissingCode(error) ? missingCodeWords(t`A part of it`) : failedWords(messageOf(error))}
      </Note>
      <p>{keptWords(isKept)}</p>
      {trouble !== null && <Note tone="warn">{trouble}</Note>}
      <div className="lab-row">
        <Button onClick={() => location.reload()}>
          <Trans>Load the page again</Trans>
        </Button>
        <Button variant="default" onClick={() => void lab.projectFiles.save()}>
          <Trans>Save the project as a file</Trans>
        </Button>
      </div>
    </main>
  );
}

/** Null until it is known. */
function useIsKept(): boolean | null {
  const { projects } = useLab();
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const kept = await projects.keep().catch(() => false);
      if (isGone) return;
      setKept(kept);
      // A training that goes on behind this page changes what there is to keep.
      if (!kept) timer = setTimeout(() => void ask(), 3000);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [projects]);
  return isKept;
}

const failedWords = (why: string): string => t`Something in it failed: ${why}.`;

function keptWords(isKept: boolean | null): string {
  if (isKept === null) return t`Seeing whether your work is kept in this browser …`;
  return isKept
    ? t`Your pictures, settings and log are kept in this browser, and will be there when the page is loaded again.`
    : t`Not all of your work is kept in this browser: save the project as a file before you load the page again.`;
}
