import { t } from '@lingui/core/macro';
import { lazy } from 'react';
import { Guarded } from '../Guarded';
import { useOffline } from './offlineStore';

const OfflinePlace = lazy(() => import('./OfflinePlace'));

/** Nothing until it is known whether the page can be had offline, so that its code does not come with the first load. */
export function OfflineFoot() {
  const isKnown = useOffline((s) => s.offline.phase !== 'waiting' || s.install !== null);
  if (!isKnown) return null;
  return (
    <Guarded what={t`The word on offline use`} meanwhile={null}>
      <OfflinePlace />
    </Guarded>
  );
}
