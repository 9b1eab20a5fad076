import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PredictView } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { ClassBars } from './ClassBars';
import { fineWords } from './networkWords';
import { closeWords, evenWords, inputWords, oneNetworkWords, scaleWords } from './predictWords';

export interface PredictNumbersProps {
  /** null: not there yet. */
  readonly predict: PredictView | null;
  readonly rates: readonly number[];
  readonly classNames: readonly string[];
  readonly armNames: readonly string[];
  readonly picker: ReactNode;
}

/** Why all units together come out even with the sub-networks that were trained. */
export function PredictNumbers({ predict, rates, classNames, armNames, picker }: PredictNumbersProps) {
  return (
    <div className="net-predict">
      <div className="net-predict-head">
        <div className="net-predict-picture">{picker}</div>
        <div>
          <h4 className="net-h4">
            <Trans>All units are back on</Trans>
          </h4>
          <p className="lab-soft">
            <Trans>
              To predict, nothing is dropped. So that the units after it meet sums as large as in training, on average,
              what stayed was counted 1/(1 − <Word of="dropout-rate">rate</Word>) times while training.
            </Trans>
          </p>
        </div>
      </div>
      {predict ? (
        <div className="net-pair">
          {predict.arms.map((arm, a) => (
            <ArmNumbers
              key={armNames[a]}
              arm={arm}
              epoch={predict.epoch}
              rate={rates[a] ?? 0}
              name={armNames[a] ?? ''}
              side={a === 0 ? 'without' : 'with'}
              classNames={classNames}
            />
          ))}
        </div>
      ) : (
        <p className="lab-soft">
          <Trans>The numbers of one picture show here as soon as they are computed.</Trans>
        </p>
      )}
    </div>
  );
}

interface ArmNumbersProps {
  readonly arm: PredictView['arms'][number];
  /** 0: nothing was trained. */
  readonly epoch: number;
  readonly rate: number;
  readonly name: string;
  readonly side: 'without' | 'with';
  readonly classNames: readonly string[];
}

function ArmNumbers({ arm, epoch, rate, name, side, classNames }: ArmNumbersProps) {
  const { input, whole, averaged, subnetworks } = arm;
  const isSame = subnetworks === 0;
  const scale = scaleWords(rate);
  return (
    <div className="net-numbers" data-side={side}>
      <h5 className="net-arm-name">{name.charAt(0).toUpperCase() + name.slice(1)}</h5>
      {isSame ? (
        <p className="lab-soft lab-numbers">{oneNetworkWords(arm, rate, epoch)}</p>
      ) : (
        <>
          <p className="lab-soft">{inputWords(input)}</p>
          <dl className="net-sums lab-numbers">
            <Sum words={t`mean over the masks, without the scale`} value={input.unscaled} />
            <Sum words={t`mean over the masks, times ${scale}`} value={input.averaged} />
            <Sum words={t`the whole network`} value={input.whole} />
          </dl>
          <p className="lab-numbers">{evenWords(input, subnetworks)}</p>
          {input.leavesFeaturesOut && (
            <p className="lab-soft">
              <Trans>
                The masks on the features are left out of this sum: behind the <Word of="relu">ReLU</Word> it need not
                come out even.
              </Trans>
            </p>
          )}
        </>
      )}
      <ul className="net-key">
        <li>
          <i className="net-swatch" data-kind="whole" /> <Trans>all units on</Trans>
        </li>
        {!isSame && (
          <li>
            <i className="net-swatch" data-kind="averaged" />{' '}
            <span>
              <Trans>
                mean of {subnetworks} trained <Word of="subnetwork">sub-networks</Word>
              </Trans>
            </span>
          </li>
        )}
      </ul>
      <ClassBars classNames={classNames} whole={whole} averaged={isSame ? null : averaged} subnetworks={subnetworks} />
      {!isSame && <p className="lab-soft lab-numbers">{closeWords(arm, classNames)}</p>}
    </div>
  );
}

function Sum({ words, value }: { readonly words: string; readonly value: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{fineWords(value, 2)}</dd>
    </div>
  );
}
