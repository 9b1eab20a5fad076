import { useMemo } from 'react';
import { spokenTraining } from '../core/spokenTraining';
import { useLabState } from './context';

/** Tells people who do not see the curves how the training goes, wherever on the page they are. */
export function Spoken() {
  const training = useLabState((s) => s.training);
  const words = useMemo(() => spokenTraining(training), [training]);
  return (
    <output className="lab-hidden" aria-live="polite">
      {words}
    </output>
  );
}
