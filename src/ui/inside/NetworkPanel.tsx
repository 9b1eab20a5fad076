import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, useId, type ReactNode } from 'react';
import type { NetworkView, PredictView, StepView, SubnetworkStrip } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { BatchStrip } from './BatchStrip';
import { NetworkArm } from './NetworkArm';
import { NetworkControls, type NetworkMode } from './NetworkControls';
import type { NetworkDrawingProps } from './NetworkDrawing';
import { NetworkKey } from './NetworkKey';
import { drawnWords, droppedWords, stageTitles, stepWords } from './networkWords';
import { PredictNumbers } from './PredictNumbers';
import { type Stage, StepStages } from './StepStages';
import './network.css';

export interface NetworkPanelProps {
  /** null: nothing trained yet or being read. */
  readonly view: NetworkView | null;
  readonly classNames: readonly string[];
  /** "without dropout", "with dropout" */
  readonly armNames: readonly string[];
  /** masks: the latest step with its masks; predict: all units back on. */
  readonly mode: NetworkMode;
  /** Of the epoch shown; null: none taken yet. */
  readonly step: StepView | null;
  /** Which stage of the slow step is highlighted: forward with the masks, loss, backward, update. */
  readonly stepStage: Stage;
  readonly playing: boolean;
  readonly predict: PredictView | null;
  readonly strip: SubnetworkStrip | null;
  /** The picture whose masks are drawn: index into the batch. */
  readonly shownInBatch: number;
  readonly pictureOf: (row: number) => { readonly url: string; readonly name: string };
  /** Leads to another picture to predict. */
  readonly picker: ReactNode;
  /** false while training runs. */
  readonly canStep: boolean;
  readonly onMode: (mode: NetworkMode) => void;
  /** One stage on; after the update the next batch. */
  readonly onStep: () => void;
  /** Several steps a second, or no longer. */
  readonly onPlay: () => void;
  readonly onShownInBatch: (index: number) => void;
}

/** Both networks of the first seed: how they train, a mask for each picture, and how they predict. */
export const NetworkPanel = memo(function NetworkPanel(props: NetworkPanelProps) {
  const { view, classNames, armNames, mode, stepStage, playing, canStep, predict, strip, pictureOf } = props;
  const titleId = useId();
  const step = mode === 'masks' ? props.step : null;
  // The last batch of an epoch can be smaller than the one in which the picture was chosen.
  const picture = step ? Math.min(props.shownInBatch, step.rows.length - 1) : 0;

  const drawingOf = (network: NetworkView, arm: number): NetworkDrawingProps | null => {
    const now = step?.arms[arm];
    const weights = now ? (stepStage === 3 ? now.after : now.before) : network.arms[arm];
    if (!weights) return null;
    return {
      sample: network.sample,
      weights,
      scale: network.scale,
      mask: { features: now?.droppedFeatures[picture] ?? [], hidden: now?.droppedHidden[picture] ?? [] },
      classNames,
      // The answers of a step are from before its update: beside the new weights they would be wrong.
      answers:
        (mode === 'predict' ? predict?.arms[arm]?.whole : stepStage < 3 ? now?.probabilities[picture] : null) ?? null,
      flow: now ? flows[stepStage] : mode === 'predict' && predict ? 'forward' : null,
    };
  };
  const wordsOf = (network: NetworkView, arm: number): string => {
    const now = step?.arms[arm];
    if (now) return droppedWords(now, network.sizes, picture);
    if (mode === 'predict') return t`All units are on.`;
    return network.arms[arm]?.rate === 0 ? t`All units are shown.` : t`All units are shown; a step draws masks.`;
  };
  return (
    <section className="lab-card net-panel" aria-labelledby={titleId}>
      <div className="net-head">
        <h3 className="lab-h3" id={titleId}>
          <Trans>The network, before and after</Trans>
        </h3>
        <p className="lab-soft">
          <Trans>
            The <Word of="head">heads</Word> of the first <Word of="seed">seed</Word>, from the same start and on the
            same pictures. While they train, <Word of="dropout">dropout</Word> switches <Word of="neuron">units</Word>{' '}
            off by chance; to predict, all are on.
          </Trans>
        </p>
      </div>
      {view === null ? (
        <p className="net-empty">
          <Trans>Train first; then the networks of the first seed show here.</Trans>
        </p>
      ) : (
        <>
          <NetworkControls {...props} />
          {step && (
            <BatchStrip
              step={step}
              classNames={classNames}
              pictureOf={pictureOf}
              shown={picture}
              onShown={props.onShownInBatch}
            />
          )}
          <div className="net-arms">
            {view.arms.map(({ rate }, a) => {
              const drawing = drawingOf(view, a);
              const masks = strip?.arms[a];
              return (
                drawing && (
                  <NetworkArm
                    key={armNames[a]}
                    name={armNames[a] ?? ''}
                    side={a === 0 ? 'without' : 'with'}
                    drawing={drawing}
                    words={wordsOf(view, a)}
                    rate={rate}
                    strip={strip && masks ? { ...strip, ...masks } : null}
                  />
                )
              );
            })}
          </div>
          <div className="net-caption">
            <NetworkKey />
            <p className="lab-soft lab-numbers">{drawnWords(view)}</p>
          </div>
          {mode === 'masks' ? (
            <StepStages
              step={step}
              stage={stepStage}
              sizes={view.sizes}
              classNames={classNames}
              armNames={armNames}
              picture={picture}
            />
          ) : (
            <PredictNumbers
              predict={predict}
              rates={view.arms.map(({ rate }) => rate)}
              classNames={classNames}
              armNames={armNames}
              picker={props.picker}
            />
          )}
          {/* Nobody can listen to several steps a second, nor to those of a training under way. */}
          <output className="lab-hidden">
            {step && canStep && !playing && `${stepWords(step)}: ${stepStage + 1}, ${stageTitles[stepStage]}`}
          </output>
        </>
      )}
    </section>
  );
});

const flows = ['forward', 'forward', 'backward', 'updated'] as const;
