import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { percent, setPercent } from '../../core/figures';
import { NetworkDrawing, type NetworkDrawingProps } from './NetworkDrawing';
import { type ArmMasks, SubnetworkStripView } from './SubnetworkStripView';

export interface NetworkArmProps {
  readonly name: string;
  /** Without dropout is warm, with dropout is cool, as in the curves. */
  readonly side: 'without' | 'with';
  readonly drawing: NetworkDrawingProps;
  /** What is off, in words. */
  readonly words: string;
  readonly rate: number;
  /** null: none is known yet. */
  readonly strip: ArmMasks | null;
}

/** One of the two networks, what is off in it, and what it has been so far. */
export function NetworkArm({ name, side, drawing, words, rate, strip }: NetworkArmProps) {
  const { answers, classNames, sample } = drawing;
  const given = answers
    ? sample.outputs.map((c) => `${classNames[c] ?? ''} ${percent(answers[c] ?? 0)}`).join(', ')
    : '';
  const share = setPercent(rate);
  return (
    <div className="net-arm" data-side={side}>
      <h4 className="net-arm-name">
        {name.charAt(0).toUpperCase() + name.slice(1)}
        <small className="lab-numbers">
          <Trans>rate {share}</Trans>
        </small>
      </h4>
      <NetworkDrawing {...drawing} />
      <p className="lab-numbers">
        {words}
        {given !== '' && <span className="lab-hidden"> {t`It answers ${given}.`}</span>}
      </p>
      {strip ? <SubnetworkStripView strip={strip} units={sample[strip.layer].length} rate={rate} /> : <span />}
    </div>
  );
}
