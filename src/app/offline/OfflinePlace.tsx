import { createPortal } from 'react-dom';
import { OfflineLine } from '../../ui/offline/OfflineLine';
import { UpdateCard } from '../../ui/offline/UpdateCard';
import { useLab, useLabState } from '../context';
import { hasPassingResults } from '../languageChange';
import { busyWith } from './busy';
import { useOffline } from './offlineStore';

/** The line in the footer, and above the page the word of a newer build. */
export default function OfflinePlace() {
  const lab = useLab();
  const { offline, update, install, accept, take, takeAnyway, later } = useOffline();
  const busy = useLabState(busyWith);
  const isPaused = useLabState((s) => s.training.phase === 'paused');
  const hasPassing = useLabState(hasPassingResults);
  return (
    <>
      <OfflineLine state={offline} onInstall={install} onAccept={accept} />
      {createPortal(
        <UpdateCard
          state={update}
          busy={busy}
          isPaused={isPaused}
          hasPassing={hasPassing}
          onTake={take}
          onTakeAnyway={takeAnyway}
          onSaveFile={() => void lab.projectFiles.save()}
          onLater={later}
        />,
        document.body,
      )}
    </>
  );
}
