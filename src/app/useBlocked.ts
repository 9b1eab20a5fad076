import { useMemo } from 'react';
import { blockedBy } from './blocked';
import { useLabState } from './context';

/** Why nothing can be trained now; null: something can. */
export function useBlocked(): string | null {
  const state = useLabState(({ base, collection, settings, importing }) => ({ base, collection, settings, importing }));
  return useMemo(() => blockedBy(state), [state]);
}
