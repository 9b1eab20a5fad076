import { Button } from '@mantine/core';
import type { BaseState } from '../../core/baseState';
import { engineNames, type EngineChoice, type EngineReport } from '../../core/engine';
import { fields } from '../../core/settings';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { ChoiceControl } from '../settings/ChoiceControl';
import { countWords, megabytes, secondsWords, speedWords } from './words';

export interface BasePanelProps {
  readonly state: BaseState;
  /** D, features per picture. */
  readonly dimension: number;
  /** The engine once it is known, also while it works. */
  readonly engine: EngineReport | null;
  readonly choice: EngineChoice;
  readonly onChoice: (choice: EngineChoice) => void;
  readonly onCancel: () => void;
  /** Goes on after a cancel, or tries again after a failure. */
  readonly onContinue: () => void;
}

export function BasePanel({ state, dimension, engine, choice, onChoice, onCancel, onContinue }: BasePanelProps) {
  const report = state.phase === 'ready' ? state.report : engine;
  return (
    <div className="lab-card base-panel">
      <div className="base-state">
        <State state={state} dimension={dimension} onCancel={onCancel} onContinue={onContinue} />
      </div>
      <div className="base-engine">
        <ChoiceControl field={fields.engine} value={choice} onChange={onChoice} />
        {report && (
          <p className="base-running">
            Running on <b>{engineNames[report.engine]}</b>. <span className="lab-soft">{report.reason}</span>
            {report.engine === 'webgl' && report.renderer !== null && (
              <span className="lab-soft base-renderer"> {report.renderer}</span>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

type StateProps = Pick<BasePanelProps, 'state' | 'dimension' | 'onCancel' | 'onContinue'>;

function State({ state, dimension, onCancel, onContinue }: StateProps) {
  switch (state.phase) {
    case 'idle':
      return (
        <>
          <p className="base-headline">Waiting for pictures</p>
          <p className="lab-soft">As soon as there are some, the base turns each of them into {dimension} numbers.</p>
        </>
      );
    case 'downloading':
      return (
        <Working
          headline="Fetching the base"
          done={state.loaded}
          total={state.total}
          words={`${megabytes(state.loaded)} of ${megabytes(state.total)} MB`}
          onCancel={onCancel}
        />
      );
    case 'warming':
      return (
        <Working
          headline="Warming up"
          done={state.done}
          total={state.total}
          words={`step ${state.done} of ${state.total}; this may take some seconds, once`}
          onCancel={onCancel}
        />
      );
    case 'extracting':
      return (
        <Working
          headline="Turning pictures into features"
          done={state.done}
          total={state.total}
          words={[
            `${countWords(state.done)} of ${countWords(state.total)}`,
            ...(state.perSecond === null ? [] : [speedWords(state.perSecond)]),
            ...(state.secondsLeft === null ? [] : [`${secondsWords(state.secondsLeft)} left`]),
          ].join(' · ')}
          onCancel={onCancel}
        />
      );
    case 'ready':
      return (
        <>
          <output className="base-headline">
            {countWords(state.pictures)} pictures, {countWords(dimension)} features each
          </output>
          <p className="lab-soft lab-numbers">
            Computed once and kept{state.perSecond === null ? '.' : `, at ${speedWords(state.perSecond)}.`} Training
            does not touch the base again.
          </p>
        </>
      );
    case 'cancelled':
      return (
        <>
          <output className="base-headline">
            Cancelled after {countWords(state.done)} of {countWords(state.total)} pictures
          </output>
          <div className="lab-row">
            <Button onClick={onContinue}>Continue</Button>
            <span className="lab-soft">What is done is kept.</span>
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <Note tone="error">{state.reason}</Note>
          <div className="lab-row base-retry">
            <Button onClick={onContinue}>Try again</Button>
          </div>
        </>
      );
    default:
      return state satisfies never;
  }
}

interface WorkingProps {
  readonly headline: string;
  readonly done: number;
  readonly total: number;
  readonly words: string;
  readonly onCancel: () => void;
}

function Working({ headline, done, total, words, onCancel }: WorkingProps) {
  return (
    <>
      <div className="base-working">
        <p className="base-headline">{headline}</p>
        <Button variant="default" size="compact-md" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <ProgressBar label={headline} done={done} total={total} words={words} />
      <p className="lab-soft lab-numbers base-words">{words}</p>
    </>
  );
}
