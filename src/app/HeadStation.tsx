import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy, useMemo } from 'react';
import { grouped } from '../core/figures';
import type { Collection } from '../core/collection';
import { engineNames } from '../core/engine';
import { presetOf, presetSample } from '../core/presets';
import { defaultsFor } from '../core/samples';
import type { Training } from '../core/session';
import { trainsTheSame, type Settings } from '../core/settings';
import { Section } from '../ui/layout/Section';
import { Control } from '../ui/prepared/Control';
import { useControl } from '../ui/prepared/controls';
import { HeadPanel } from '../ui/settings/HeadPanel';
import { PresetPicker } from '../ui/settings/PresetPicker';
import { TrainBar } from '../ui/settings/TrainBar';
import type { TrainState } from '../ui/settings/trainState';
import { Word } from '../ui/words/Word';
import { useLab, useLabState } from './context';
import { drawnTrial } from './draws';
import { Guarded } from './Guarded';
import { presetBarred } from './prepared/presetBarred';
import { showStation, stations } from './stations';
import { useTrainBlocked } from './useBlocked';

/** Fetched with the charts. */
const Timeline = lazy(() => import('./Timeline'));

export function HeadStation() {
  return (
    <>
      <Control of="station-head">
        <Section
          step={3}
          id={stations.head}
          title={t`Head`}
          lead={
            <Trans>
              The only part that learns: a small network on top of the <Word of="features">features</Word>, trained
              twice from the same start. The two differ in the <Word of="dropout-rate">dropout rate</Word> and in
              nothing else.
            </Trans>
          }
        >
          <Settings />
        </Section>
      </Control>
      {/* Between the sections, not in one: it stays in sight while the charts below grow. */}
      <Bar />
    </>
  );
}

function Settings() {
  const lab = useLab();
  const { settings, collection, prepared, sample, preset, isEmpty, isTrained, underWay } = useLabState((s) => ({
    prepared: s.prepared,
    settings: s.settings,
    collection: s.collection,
    sample: s.sample,
    preset: s.preset,
    isTrained: s.training.phase !== 'none' && !isOutdated(s.training, s.collection, s.settings),
    isEmpty: s.collection.pictures.length === 0,
    underWay: s.training.phase === 'running' || s.training.phase === 'paused',
  }));
  const { noise } = settings;
  // One's own pictures are not what it was measured on: there it has to be asked for.
  const like = presetOf(settings);
  const chosen = sample === presetSample || preset === like?.id ? like : undefined;
  const words = useMemo(() => (noise > 0 ? noiseWords(settings, collection) : null), [noise, settings, collection]);
  return (
    <HeadPanel
      settings={settings}
      presets={
        <Control of="presets">
          <PresetPicker
            chosen={chosen}
            isTrained={isTrained}
            loadsSample={isEmpty}
            barred={(one) => presetBarred({ prepared, settings, collection }, one)}
            onChoose={(one) => void lab.applyPreset(one)}
          />
        </Control>
      }
      training={underWay}
      noiseWords={words}
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
  const { training, planning, collection, settings } = useLabState((s) => ({
    training: s.training,
    planning: s.planning,
    collection: s.collection,
    settings: s.settings,
  }));
  const blocked = useTrainBlocked();
  const hasExtras = useControl('training-extras') !== 'hidden';
  const start = (mode: 'run' | 'one epoch') => {
    void lab.trainer.start(mode);
    showStation('curves');
  };
  return (
    <TrainBar
      state={
        planning ? { phase: 'preparing', words: t`Drawing the splits of all seeds …` } : trainState(training, blocked)
      }
      timeline={
        hasExtras &&
        training.phase !== 'none' && (
          <Guarded what={t`The epochs`} meanwhile={null}>
            <Timeline />
          </Guarded>
        )
      }
      changed={isOutdated(training, collection, settings)}
      onTrain={() => start('run')}
      onPause={lab.trainer.pause}
      onResume={lab.trainer.resume}
      onOneEpoch={hasExtras ? () => (training.phase === 'paused' ? lab.trainer.step() : start('one epoch')) : null}
      onStop={lab.trainer.stop}
    />
  );
}

const isOutdated = (training: Training, collection: Collection, settings: Settings) =>
  training.phase !== 'none' &&
  (!trainsTheSame(training.session.settings, settings) || training.session.collection !== collection);

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
  const { sides, wrongLabels } = drawnTrial(settings, settings.seed, collection);
  const training = [...sides.values()].filter((side) => side === 'training').length;
  const wrong = wrongLabels.size;
  return t`${grouped(wrong)} of ${plural(training, { one: '# training label is', other: '# training labels are' })} wrong on purpose; they are marked on the pictures.`;
}
