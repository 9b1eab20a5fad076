import { t } from '@lingui/core/macro';
import { trainsTheSame } from '../core/settings';
import { runningStudy } from '../core/why/whyState';
import { SweepPanel } from '../ui/inside/SweepPanel';
import { useLab, useLabState } from './context';
import { useBlocked } from './useBlocked';

/** All rates trained side by side. */
export function Rates() {
  const lab = useLab();
  const { sweep, isTraining, isStudying, collection, settings } = useLabState((s) => ({
    sweep: s.sweep,
    isStudying: runningStudy(s.why) !== null,
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
      blocked={
        isTraining
          ? t`A training is under way: wait for its end, or stop it.`
          : isStudying
            ? t`An experiment in “Why transfer” is under way: wait for its end, or stop it.`
            : cannot
      }
      isOutdated={
        sweep.phase === 'done' && (!trainsTheSame(sweep.settings, settings) || sweep.collection !== collection)
      }
      onStart={() => void lab.sweeper.start()}
      onStop={lab.sweeper.stop}
    />
  );
}
