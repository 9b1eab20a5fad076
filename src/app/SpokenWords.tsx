import { useMemo } from 'react';
import { spokenTraining } from '../core/spokenTraining';
import { useLabState } from './context';

/** What is to be said of the training just now. */
export default function SpokenWords() {
  const training = useLabState((s) => s.training);
  return useMemo(() => spokenTraining(training), [training]);
}
