import { useMemo } from 'react';
import { SweepPanel } from '../ui/inside/SweepPanel';
import { blockedBy } from './blocked';
import { useLab, useLabState } from './context';

/** All rates trained side by side. */
export function Rates() {
  const lab = useLab();
  const { sweep, training, base, collection, settings } = useLabState((s) => ({
    sweep: s.sweep,
    training: s.training.phase,
    base: s.base,
    collection: s.collection,
    settings: s.settings,
  }));
  const cannot = useMemo(() => blockedBy({ base, collection, settings }), [base, collection, settings]);
  // There is one worker that trains heads.
  const isTraining = training === 'running' || training === 'paused';
  return (
    <SweepPanel
      sweep={sweep}
      seeds={settings.seeds}
      blocked={isTraining ? 'A training is under way: wait for its end, or stop it.' : cannot}
      isOutdated={sweep.phase === 'done' && (sweep.settings !== settings || sweep.collection !== collection)}
      onStart={() => void lab.sweeper.start()}
      onStop={lab.sweeper.stop}
    />
  );
}
