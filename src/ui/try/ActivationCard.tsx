import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Input, NativeSelect, SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { setPercent } from '../../core/figures';
import { heatGradient } from '../inside/heatColours';
import { Worded } from '../words/Worded';
import { measureWords, scaleWords, type Measure } from './activationWords';
import type { ShownSign } from './overlayPixels';
import '../compare/compare.css';
import '../inside/measures.css';
import './try.css';

/** What is drawn, and what can be chosen about it. */
interface DrawnMaps {
  readonly classNames: readonly string[];
  /** Class index; null: what each head answers. */
  readonly target: number | null;
  readonly measure: Measure;
  readonly shown: ShownSign;
  /** In [0, 1] */
  readonly opacity: number;
  /** What gets the full colour, in logits for one position. */
  readonly most: number;
  /** How the maps are computed, how each of them adds up, and what they cannot show. */
  readonly kind: string;
  readonly sums: readonly { readonly name: string; readonly words: string }[];
  readonly limits: string;
  readonly onTarget: (target: number | null) => void;
  readonly onMeasure: (measure: Measure) => void;
  readonly onShown: (shown: ShownSign) => void;
  readonly onOpacity: (opacity: number) => void;
}

export interface ActivationCardProps {
  /** Null: there is nothing to draw. */
  readonly drawn: DrawnMaps | null;
  /** The two drawings, or one sentence on why there are none. */
  readonly children: ReactNode;
}

const measures = [
  { value: 'lead', label: t`its lead over the other classes` },
  { value: 'logit', label: t`its logit alone` },
] as const;

/** Where the heads look, with what can be chosen about it. */
export function ActivationCard({ drawn, children }: ActivationCardProps) {
  const id = useId();
  return (
    <section className="lab-card compare try" aria-labelledby={id}>
      <div className="measure-head">
        <h3 className="lab-h3" id={id}>
          <Trans>Where it looks</Trans>
        </h3>
        {drawn ? (
          <p className="measure-lead">
            <Trans>Orange places of the picture speak for the class above it, blue hatched places against it.</Trans>
          </p>
        ) : (
          children
        )}
      </div>
      {drawn && (
        <>
          <Choices {...drawn} />
          {children}
          <div className="measure-heat-scale lab-soft">
            <span>
              <Trans>against, hatched</Trans>
            </span>
            <span className="measure-heat-bar" style={{ backgroundImage: heatGradient }} aria-hidden />
            <span>
              <Trans>for</Trans>
            </span>
          </div>
          <Method {...drawn} />
        </>
      )}
    </section>
  );
}

function Choices({ classNames, target, shown, opacity, onTarget, onShown, onOpacity }: DrawnMaps) {
  const id = useId();
  return (
    <div className="try-map-controls">
      <NativeSelect
        label={t`What speaks for`}
        value={target === null ? '' : String(target)}
        data={[
          { value: '', label: t`what each head answers` },
          ...classNames.map((name, c) => ({ value: String(c), label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => onTarget(value === '' ? null : Number(value))}
      />
      <div className="try-part">
        <Input.Label component="span" id={`${id}-part`}>
          <Trans>Which part</Trans>
        </Input.Label>
        <SegmentedControl<ShownSign>
          aria-labelledby={`${id}-part`}
          value={shown}
          onChange={onShown}
          data={[
            { value: 'both', label: t`Both` },
            { value: 'for', label: t`For it` },
            { value: 'against', label: t`Against it` },
          ]}
        />
      </div>
      <div className="try-opacity">
        <Input.Label htmlFor={`${id}-opacity`}>
          <Trans>Strength of the colours</Trans>
        </Input.Label>
        <input
          id={`${id}-opacity`}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(100 * opacity)}
          aria-valuetext={setPercent(opacity)}
          onChange={(event) => onOpacity(Number(event.currentTarget.value) / 100)}
        />
      </div>
    </div>
  );
}

function Method({ classNames, measure, most, kind, sums, limits, onMeasure }: DrawnMaps) {
  return (
    <details className="measure-more">
      <summary>
        <Trans>How is this computed?</Trans>
      </summary>
      <div className="try-method">
        <NativeSelect
          label={t`Measured by`}
          value={measure}
          data={measures}
          onChange={({ currentTarget: { value } }) => onMeasure(value === 'logit' ? 'logit' : 'lead')}
        />
        <p>
          <Worded text={measureWords(measure, classNames.length)} terms={['logit', 'softmax']} />
        </p>
        <p>{kind}</p>
        <p className="lab-numbers">{scaleWords(most)}</p>
        <ul className="lab-numbers">
          {sums.map(({ name, words }) => (
            <li key={name}>
              {name}: {words}
            </li>
          ))}
        </ul>
        <p>{limits}</p>
      </div>
    </details>
  );
}
