import { t } from '@lingui/core/macro';
import { Alert, VisuallyHidden } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { frameOf } from '../../core/curves';
import type { Experiment } from '../../core/experiment';
import type { FeatureRecord } from '../../core/featureRecord';
import type { EpochMetrics } from '../../core/metrics';
import type { RunFingerprint } from '../../core/runFingerprint';
import { reportOf, type ReportEngine } from '../../core/report';
import type { Settings } from '../../core/settings';
import { switchWords } from '../../core/switchWords';
import { verdictOf, type Phase } from '../../core/verdict';
import { wrongLabelsOf, wrongShare } from '../../core/wrongLabels';
import { Note } from '../layout/Note';
import { CompareView } from './CompareView';
import { Downloads } from './Downloads';
import { VerdictPanel } from './VerdictPanel';
import { useTurn } from './useTurn';
import './compare.css';

/** A training as it stands; everything belongs to that training, whatever the controls say by now. */
interface Trained {
  readonly settings: Settings;
  readonly classNames: readonly string[];
  readonly experiment: Experiment;
  /** [N] true labels, in the row order of the experiment's trials. */
  readonly labels: Int32Array;
  /** What every run really used, in run order; empty before it is measured. */
  readonly fingerprints: readonly RunFingerprint[];
  /** A new array at every epoch. */
  readonly history: readonly EpochMetrics[];
  /** Whether folders or pins fix the split of every picture. */
  readonly splitFixed: boolean;
  readonly engine: ReportEngine;
  readonly base: FeatureRecord;
  readonly versions: Readonly<Record<string, string>>;
}

export type CompareSectionProps = {
  /** The epoch that is looked at; null: the latest. */
  readonly lookedAt: number | null;
} & (
  | { readonly phase: 'none'; readonly settings: Settings; readonly classNames: readonly string[] }
  | ({ readonly phase: Exclude<Phase, 'failed'> } & Trained)
  | ({ readonly phase: 'failed'; readonly reason: string } & Trained)
);

/** Charts, verdict and downloads. A default export, because the page loads it when it is first needed. */
export default function CompareSection(props: CompareSectionProps) {
  const chartsRef = useRef<HTMLDivElement>(null);
  const { settings, classNames } = props;
  const planned = useMemo(() => frameOf(settings), [settings]);
  const trained = props.phase === 'none' ? null : props;
  const experiment = trained?.experiment;
  const labels = trained?.labels;
  const wrong = useMemo(
    () => (experiment && labels ? wrongShare(wrongLabelsOf(experiment, labels)) : 0),
    [experiment, labels],
  );
  return (
    <div className="compare">
      {props.phase === 'failed' && (
        <Alert color="red" title={t`Training failed`} role="alert">
          {props.reason}
        </Alert>
      )}
      {trained?.engine.switched && trained.engine.head && (
        <Note tone="warn">{switchWords(trained.engine.switched, trained.engine.head)}</Note>
      )}
      <CompareView
        frame={experiment ?? planned}
        history={trained?.history ?? noHistory}
        classes={classNames.length}
        wrongShare={wrong}
        lookedAt={props.lookedAt}
        chartsRef={chartsRef}
      />
      {trained && <Conclusion {...trained} chartsRef={chartsRef} />}
    </div>
  );
}

interface ConclusionProps extends Trained {
  readonly phase: Phase;
  readonly chartsRef: React.RefObject<HTMLDivElement | null>;
}

function Conclusion({ phase, chartsRef, ...trained }: ConclusionProps) {
  const { experiment, history, labels, settings, splitFixed, fingerprints } = trained;
  const evidence = useMemo(
    () => ({ experiment, history, phase, labels, noise: settings.noise, splitFixed }),
    [experiment, history, phase, labels, settings.noise, splitFixed],
  );
  const shown = useTurn(evidence);
  const verdict = useMemo(() => verdictOf(shown), [shown]);
  return (
    <>
      {/* Said once, when training has ended; every epoch would be noise. */}
      <VisuallyHidden component="output">{shown.phase === 'running' ? '' : verdict?.headline}</VisuallyHidden>
      {verdict && (
        <VerdictPanel verdict={verdict} settings={settings} experiment={experiment} fingerprints={fingerprints} />
      )}
      <Downloads
        report={() => reportOf({ ...trained, verdict: verdictOf(evidence) })}
        chartsRef={chartsRef}
        isDisabled={history.length === 0}
      />
    </>
  );
}

const noHistory: readonly EpochMetrics[] = [];
