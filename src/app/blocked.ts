import { t } from '@lingui/core/macro';
import { readinessOf } from './draws';
import type { LabState } from './store';

/** Why there can be no training now; null: there can. */
export function blockedBy({
  base,
  collection,
  settings,
  importing,
}: Pick<LabState, 'base' | 'collection' | 'settings' | 'importing'>): string | null {
  if (importing !== null) return t`The pictures are still coming in.`;
  const ready = readinessOf({ collection, settings });
  if (!ready.ok) return ready.reason;
  switch (base.phase) {
    case 'ready':
      return null;
    case 'cancelled':
      return t`Not all pictures have features yet: continue the extraction above.`;
    case 'failed':
      return t`The frozen base did not run: see above, and try again there.`;
    case 'asking':
      return t`The chosen base is not here yet: see above, and fetch it or choose another.`;
    case 'idle':
    case 'downloading':
    case 'warming':
    case 'measuring':
    case 'extracting':
      return t`The frozen base is still turning the pictures into features.`;
    default:
      return base satisfies never;
  }
}
