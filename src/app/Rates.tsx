import { useMemo } from 'react';
import { SweepPanel } from '../ui/inside/SweepPanel';
import { blockedBy } from './blocked';
import { useLab, useLabState } from './context';

/** All rates trained side by side. */
export function Rates() {
  const lab = useLab();
  const { sweep, isTraining, base, collection, settings, importing } = useLabState((s) => ({
    sweep: s.sweep,
    isTraining: s.planning || s.training.phase === 'running' || s.training.phase === 'paused',
    base: s.base,
    collection: s.collection,
    settings: s.settings,
    importing: s.importing,
  }));
  const cannot = useMemo(
    () => blockedBy({ base, collection, settings, importing }),
    [base, collection, settings, importing],
  );
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
