import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import type { Collection } from '../core/collection';
import { shownEpoch } from '../core/inside/insideState';
import { reportEngineOf } from '../core/reportEngine';
import type { Training } from '../core/session';
import type { Settings } from '../core/settings';
import type { CompareSectionProps } from '../ui/compare/CompareSection';
import { Note } from '../ui/layout/Note';
import { Section } from '../ui/layout/Section';
import { Word } from '../ui/words/Word';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';
import { versions } from './versions';

/** Charts are half of the page's code: they are fetched when there are pictures to train on. */
const CompareSection = lazy(() => import('../ui/compare/CompareSection'));

export function CompareStation() {
  const wanted = useLabState(
    (s) => s.importing !== null || s.collection.pictures.length > 0 || s.training.phase !== 'none',
  );
  return (
    <Section
      step={4}
      id={stations.compare}
      title={t`Compare`}
      lead={
        <Trans>
          <Word of="accuracy">Accuracy</Word> after every <Word of="epoch">epoch</Word>, measured with{' '}
          <Word of="dropout">dropout</Word> off on both sides: on the <Word of="training">training pictures</Word>, and
          on the <Word of="validation">validation pictures</Word> that the <Word of="head">head</Word> never learns
          from.
        </Trans>
      }
    >
      <div id={stations.curves}>
        {wanted ? (
          <Guarded what={t`The charts`} meanwhile={t`Getting the charts …`}>
            <Charts />
          </Guarded>
        ) : (
          <p className="lab-card lab-soft lab-padded">
            <Trans>Two charts will grow here, epoch by epoch: without dropout, and with it.</Trans>
          </p>
        )}
      </div>
    </Section>
  );
}

function Charts() {
  const { training, settings, classes, lookedAt, earlier } = useLabState((s) => ({
    training: s.training,
    lookedAt: s.inside.chosen === null ? null : shownEpoch(s.inside),
    settings: s.settings,
    classes: s.collection.classes,
    earlier: s.heads && (s.log.find(({ id }) => id === s.heads?.runId)?.number ?? null),
  }));
  const section = sectionOf(training, settings, classes, lookedAt);
  // In one place, so that the charts stay the ones that they are when a training begins.
  return (
    <>
      {training.phase === 'none' && earlier !== null && (
        <Note>
          <Trans>
            The heads of experiment {earlier} answer at stations 7 and 8, and its curves are in the log at station 9;
            all its figures are not kept. Train again to see curves grow here and to look inside.
          </Trans>
        </Note>
      )}
      <CompareSection {...section} />
    </>
  );
}

/** What is compared, or before a training the frame that waits for it. */
function sectionOf(
  training: Training,
  settings: Settings,
  classes: Collection['classes'],
  lookedAt: number | null,
): CompareSectionProps {
  if (training.phase === 'none')
    return { phase: 'none', settings, classNames: classes.map((c) => c.name), lookedAt: null };
  const { session } = training;
  const trained = {
    lookedAt,
    settings: session.settings,
    classNames: session.classNames,
    experiment: session.experiment,
    history: session.history,
    labels: session.labels,
    splitFixed: session.splitFixed,
    fingerprints: session.head?.fingerprints ?? [],
    engine: reportEngineOf(session),
    base: session.features,
    versions,
  };
  if (training.phase === 'failed') return { phase: 'failed', reason: training.reason, ...trained };
  return { phase: training.phase === 'paused' ? 'running' : training.phase, ...trained };
}
