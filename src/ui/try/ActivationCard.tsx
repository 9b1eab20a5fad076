import { NativeSelect, SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { heatGradient } from '../inside/heatColours';
import { measureWords, type Measure } from './activationWords';
import type { ShownSign } from './overlayPixels';
import '../compare/compare.css';
import '../inside/measures.css';
import './try.css';

export interface ActivationCardProps {
  readonly classNames: readonly string[];
  /** Class index; null: what each head answers. */
  readonly target: number | null;
  readonly measure: Measure;
  readonly shown: ShownSign;
  /** In [0, 1] */
  readonly opacity: number;
  /** What gets the full colour, in logits for one position. */
  readonly most: number | null;
  readonly kind: string;
  readonly limits: string | null;
  readonly onTarget: (target: number | null) => void;
  readonly onMeasure: (measure: Measure) => void;
  readonly onShown: (shown: ShownSign) => void;
  readonly onOpacity: (opacity: number) => void;
  /** The two drawings, or why there are none. */
  readonly children: ReactNode;
}

const measures = [
  { value: 'lead', label: 'its lead over the other classes' },
  { value: 'logit', label: 'its logit alone' },
] as const;

/** Where the heads look, with what can be chosen about it. */
export function ActivationCard(props: ActivationCardProps) {
  const { classNames, target, measure, shown, opacity, most, kind, limits, children } = props;
  const { onTarget, onMeasure, onShown, onOpacity } = props;
  const id = useId();
  return (
    <section className="lab-card compare try" aria-labelledby={id}>
      <div className="measure-head">
        <h3 className="lab-h3" id={id}>
          Where it looks
        </h3>
        <p className="lab-soft measure-lead">
          {kind} {measureWords(measure, classNames.length)}
        </p>
      </div>
      <div className="try-map-controls">
        <NativeSelect
          label="What speaks for"
          value={target === null ? '' : String(target)}
          data={[
            { value: '', label: 'what each head answers' },
            ...classNames.map((name, c) => ({ value: String(c), label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => onTarget(value === '' ? null : Number(value))}
        />
        <NativeSelect
          label="by"
          value={measure}
          data={measures}
          onChange={({ currentTarget: { value } }) => onMeasure(value === 'logit' ? 'logit' : 'lead')}
        />
        <SegmentedControl<ShownSign>
          aria-label="Which part is shown"
          value={shown}
          onChange={onShown}
          data={[
            { value: 'both', label: 'Both' },
            { value: 'for', label: 'For it' },
            { value: 'against', label: 'Against it' },
          ]}
        />
        <label className="try-opacity">
          Strength of the colours
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(100 * opacity)}
            aria-valuetext={`${Math.round(100 * opacity)} percent`}
            onChange={(event) => onOpacity(Number(event.currentTarget.value) / 100)}
          />
        </label>
      </div>
      {children}
      {most !== null && (
        <div className="measure-heat-scale lab-soft lab-numbers">
          <span>against, hatched −{most.toPrecision(2)}</span>
          <span className="measure-heat-bar" style={{ backgroundImage: heatGradient }} aria-hidden />
          <span>+{most.toPrecision(2)} for</span>
          <span className="try-scale-words">in one position, in logits; the same scale for both heads</span>
        </div>
      )}
      {limits !== null && <p className="lab-soft measure-lead">{limits}</p>}
    </section>
  );
}
