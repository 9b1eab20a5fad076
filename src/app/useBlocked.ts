import { t } from '@lingui/core/macro';
import { runningStudy } from '../core/why/whyState';
import { blockedBy } from './blocked';
import { useLabState } from './context';

/** Why nothing can be trained now; null: something can. */
export function useBlocked(): string | null {
  return useLabState(blockedBy);
}

/** The same for a training of the comparison: there is one worker that trains heads, and something else may have it. */
export function useTrainBlocked(): string | null {
  const cannot = useBlocked();
  const { isSweeping, isStudying } = useLabState((s) => ({
    isSweeping: s.sweep.phase === 'running',
    isStudying: runningStudy(s.why) !== null,
  }));
  if (isSweeping) return t`All rates are being trained in “Look inside”: wait for their end, or stop them.`;
  if (isStudying) return t`An experiment in “Why transfer” is under way: wait for its end, or stop it.`;
  return cannot;
}
