import { lazy, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLabState } from './context';

/** Fetched with the first training, as the charts are. */
const SpokenWords = lazy(() => import('./SpokenWords'));

/** Tells people who do not see the curves how the training goes, wherever on the page they are. */
export function Spoken() {
  const isTrained = useLabState((s) => s.training.phase !== 'none');
  // The region is there from the start: one that comes with its words is not read.
  return (
    <output className="lab-hidden" aria-live="polite">
      <ErrorBoundary fallback={null}>
        <Suspense>{isTrained && <SpokenWords />}</Suspense>
      </ErrorBoundary>
    </output>
  );
}
