import { useMemo } from 'react';
import { bestEpoch, runsOfArm } from '../core/curves';
import { shownEpoch } from '../core/inside/insideState';
import type { Session } from '../core/session';
import { mean } from '../core/statistics';
import { EpochScrubber } from '../ui/inside/EpochScrubber';
import type { BestStop, ShownFigures } from '../ui/inside/scrubberWords';
import { useLab, useLabState } from './context';

/** The epochs of the training on the page, to go back and forth in. A default export, because it is loaded when needed. */
export default function Timeline() {
  const lab = useLab();
  const { training, epochs, chosen } = useLabState((s) => ({
    training: s.training,
    epochs: s.inside.epochs,
    chosen: s.inside.chosen,
  }));
  const session = training.phase === 'none' ? null : training.session;
  const best = useMemo(() => (session ? bestStops(session) : []), [session]);
  const shown = shownEpoch({ epochs, chosen });
  if (shown === null || epochs.length < 2) return null;
  return (
    <EpochScrubber
      epochs={epochs}
      shown={shown}
      isLive={chosen === null}
      best={best}
      figures={session && figuresAt(session, shown)}
      onShow={lab.inside.showEpoch}
    />
  );
}

/** What early stopping would have kept of each side. */
function bestStops({ experiment, history }: Session): readonly BestStop[] {
  const last = history.at(-1);
  if (!last) return [];
  return ([0, 1] as const).flatMap((arm) => {
    const best = bestEpoch(experiment, history, arm);
    if (!best) return [];
    const lastAccuracy = mean(runsOfArm(experiment, last, arm).map((run) => run.validation.accuracy));
    return [
      {
        arm,
        seeds: experiment.trials.length,
        epoch: best.epoch,
        accuracy: best.accuracy,
        lastAccuracy,
        lastEpoch: last.epoch,
      },
    ];
  });
}

function figuresAt({ experiment, history }: Session, epoch: number): ShownFigures | null {
  const metrics = history.find((m) => m.epoch === epoch);
  if (!metrics) return null;
  const over = (arm: 0 | 1, side: 'train' | 'validation') =>
    mean(runsOfArm(experiment, metrics, arm).map((run) => run[side].accuracy));
  return {
    training: [over(0, 'train'), over(1, 'train')],
    validation: [over(0, 'validation'), over(1, 'validation')],
  };
}
