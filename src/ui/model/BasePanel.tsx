import { useRef } from 'react';
import type { EngineChoice, EngineReport } from '../../core/engine';
import { BaseWork, type BaseWorkProps } from './BaseWork';
import { EngineArea } from './EngineArea';
import './basePanel.css';

export interface BasePanelProps extends BaseWorkProps {
  /** The engine once it is known, also while it works. */
  readonly engine: EngineReport | null;
  readonly choice: EngineChoice;
  readonly onEngine: (choice: EngineChoice) => void;
  /** Compares the engines once more. */
  readonly onMeasureAgain: () => void;
}

/** What the frozen base is doing, what it waits for, and on which engine it runs. */
export function BasePanel({ engine, choice, onEngine, onMeasureAgain, ...work }: BasePanelProps) {
  const { state, onCancel, onContinue, onFetch, onUseBundled, onAddress } = work;
  const area = useRef<HTMLDivElement>(null);
  /** The button that is pressed goes away with its state; the focus stays here. */
  const staying =
    <T extends readonly unknown[]>(act: (...given: T) => void) =>
    (...given: T) => {
      area.current?.focus();
      act(...given);
    };
  return (
    <div className="lab-card base-panel">
      <div className="base-state" ref={area} tabIndex={-1}>
        <BaseWork
          {...work}
          onCancel={staying(onCancel)}
          onContinue={staying(onContinue)}
          onFetch={staying(onFetch)}
          onUseBundled={staying(onUseBundled)}
          onAddress={staying(onAddress)}
        />
      </div>
      <EngineArea
        report={state.phase === 'ready' ? state.report : engine}
        choice={choice}
        onEngine={onEngine}
        onMeasureAgain={state.phase === 'ready' || state.phase === 'idle' ? onMeasureAgain : null}
      />
    </div>
  );
}
