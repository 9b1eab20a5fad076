import { blockedBy } from './blocked';
import { useLabState } from './context';

/** Why nothing can be trained now; null: something can. */
export function useBlocked(): string | null {
  return useLabState(blockedBy);
}
