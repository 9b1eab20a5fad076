import { useMemo } from 'react';
import type { Collection } from '../core/collection';
import { engineNames } from '../core/engine';
import { drawTrial } from '../core/experiment';
import { defaultsFor } from '../core/samples';
import type { Training } from '../core/session';
import type { Settings } from '../core/settings';
import { Section } from '../ui/layout/Section';
import { HeadPanel } from '../ui/settings/HeadPanel';
import { TrainBar } from '../ui/settings/TrainBar';
import type { TrainState } from '../ui/settings/trainState';
import { useLab, useLabState } from './context';
import { readinessOf } from './lab';
import { showStation, stations } from './stations';
import type { LabState } from './store';

export function HeadStation() {
  return (
    <>
      <Section
        step={3}
        id={stations.head}
        title="Head"
        lead="The only part that learns: a small network on top of the features, trained twice from the same start. The two differ in the dropout rate and in nothing else."
      >
        <Settings />
      </Section>
      {/* Between the sections, not in one: it stays in sight while the charts below grow. */}
      <Bar />
    </>
  );
}

function Settings() {
  const lab = useLab();
  const { settings, collection, sample, underWay } = useLabState((s) => ({
    settings: s.settings,
    collection: s.collection,
    sample: s.sample,
    underWay: s.training.phase === 'running' || s.training.phase === 'paused',
  }));
  const { noise } = settings;
  const words = useMemo(() => noiseWords(settings, collection), [settings, collection]);
  return (
    <HeadPanel
      settings={settings}
      training={underWay}
      noiseWords={noise > 0 ? words : null}
      onChange={lab.set}
      onReset={() => {
        const { engine, base, cut, join, pooling, copies, rotation } = settings;
        lab.set({ ...defaultsFor(sample), engine, base, cut, join, pooling, copies, rotation });
      }}
    />
  );
}

function Bar() {
  const lab = useLab();
  const { training, base, collection, settings } = useLabState((s) => ({
    training: s.training,
    base: s.base,
    collection: s.collection,
    settings: s.settings,
  }));
  const blocked = useMemo(() => blockedBy({ base, collection, settings }), [base, collection, settings]);
  const start = (mode: 'run' | 'one epoch') => {
    void lab.trainer.start(mode);
    showStation('curves');
  };
  return (
    <TrainBar
      state={trainState(training, blocked)}
      changed={isOutdated(training, collection, settings)}
      onTrain={() => start('run')}
      onPause={lab.trainer.pause}
      onResume={lab.trainer.resume}
      onOneEpoch={() => (training.phase === 'paused' ? lab.trainer.step() : start('one epoch'))}
      onStop={lab.trainer.stop}
    />
  );
}

const isOutdated = (training: Training, collection: Collection, settings: Settings) =>
  training.phase !== 'none' && (training.session.settings !== settings || training.session.collection !== collection);

/** Why there can be no training now; null: there can. */
function blockedBy({ base, collection, settings }: Pick<LabState, 'base' | 'collection' | 'settings'>): string | null {
  const ready = readinessOf({ collection, settings });
  if (!ready.ok) return ready.reason;
  switch (base.phase) {
    case 'ready':
      return null;
    case 'cancelled':
      return 'Not all pictures have features yet: continue the extraction above.';
    case 'failed':
      return 'The frozen base did not run: see above, and try again there.';
    case 'asking':
      return 'The chosen base is not here yet: see above, and fetch it or choose another.';
    case 'idle':
    case 'downloading':
    case 'warming':
    case 'measuring':
    case 'extracting':
      return 'The frozen base is still turning the pictures into features.';
    default:
      return base satisfies never;
  }
}

function trainState(training: Training, blocked: string | null): TrainState {
  if (training.phase === 'none') return blocked === null ? { phase: 'ready' } : { phase: 'disabled', reason: blocked };
  if (training.phase !== 'running' && training.phase !== 'paused' && blocked !== null)
    return { phase: 'disabled', reason: blocked };
  if (training.phase === 'failed') return { phase: 'failed', reason: training.reason };
  const { history, experiment, runStepsPerSecond, head } = training.session;
  return {
    phase: training.phase,
    progress: {
      epoch: history.length,
      epochs: experiment.epochs,
      runs: experiment.arms.length * experiment.trials.length,
      runStepsPerSecond,
      engine: head && engineNames[head.engine],
    },
  };
}

/** "42 of 216 training labels are wrong on purpose." */
function noiseWords(settings: Settings, collection: Collection): string {
  const { sides, wrongLabels } = drawTrial(settings, settings.seed, collection);
  const training = [...sides.values()].filter((side) => side === 'training').length;
  return `${wrongLabels.size} of ${training} training labels are wrong on purpose; they are marked on the pictures.`;
}
