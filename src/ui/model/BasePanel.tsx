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
  const { state } = work;
  return (
    <div className="lab-card base-panel">
      <div className="base-state">
        <BaseWork {...work} />
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
