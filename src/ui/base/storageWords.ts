import { t } from '@lingui/core/macro';
import type { Stored } from '../../core/baseState';
import { bytesWords } from '../model/words';

/** Bytes of all features and bases. */
export const keptSum = ({ features, bases }: Pick<Stored, 'features' | 'bases'>): number =>
  [...features, ...bases].reduce((sum, { bytes }) => sum + bytes, 0);

/** What the whole page uses, pictures included, and what it may. */
export function usedWords({ used, quota }: Pick<Stored, 'used' | 'quota'>): string {
  if (used === null) return t`This browser does not say how much room the page uses.`;
  const all = bytesWords(used);
  if (quota === null) return t`The page uses ${all} in all, pictures included.`;
  const allowed = bytesWords(quota);
  return t`The page uses ${all} in all, pictures included, of ${allowed} that this browser allows it.`;
}
