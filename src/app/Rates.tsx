import { SweepPanel } from '../ui/inside/SweepPanel';
import { useLab, useLabState } from './context';
import { useBlocked } from './useBlocked';

/** All rates trained side by side. */
export function Rates() {
  const lab = useLab();
  const { sweep, isTraining, collection, settings } = useLabState((s) => ({
    sweep: s.sweep,
    isTraining: s.planning || s.training.phase === 'running' || s.training.phase === 'paused',
    collection: s.collection,
    settings: s.settings,
  }));
  const cannot = useBlocked();
  return (
    <SweepPanel
      sweep={sweep}
      seeds={settings.seeds}
      // There is one worker that trains heads.
      blocked={isTraining ? 'A training is under way: wait for its end, or stop it.' : cannot}
      isOutdated={sweep.phase === 'done' && (sweep.settings !== settings || sweep.collection !== collection)}
      onStart={() => void lab.sweeper.start()}
      onStop={lab.sweeper.stop}
    />
  );
}
