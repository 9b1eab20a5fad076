import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ArmStep, NetworkView, StepView } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { answerWords, changeWords, droppedWords, fineWords, keptWords, stageTitles, stepWords } from './networkWords';

export type Stage = 0 | 1 | 2 | 3;

export interface StepStagesProps {
  readonly step: StepView | null;
  readonly stage: Stage;
  readonly sizes: NetworkView['sizes'];
  readonly classNames: readonly string[];
  readonly armNames: readonly string[];
  /** Index into the batch. */
  readonly picture: number;
}

/** One training step in four stages, with the numbers of both networks. */
export function StepStages({ step, stage, sizes, classNames, armNames, picture }: StepStagesProps) {
  const labels = step ?? { labels: [], trueLabels: [] };
  const numbers: readonly ((arm: ArmStep) => ReactNode)[] = [
    (arm) => {
      const dropped = droppedWords(arm, sizes, picture);
      const answers = answerWords(arm, picture, labels, classNames);
      return (
        <Trans>
          {dropped} It {answers}.
        </Trans>
      );
    },
    (arm) => {
      const own = fineWords(arm.losses[picture] ?? Number.NaN, 3);
      const mean = fineWords(arm.loss, 3);
      return (
        <Trans>
          <b>{own}</b> for this picture, <b>{mean}</b> on average over the batch
        </Trans>
      );
    },
    (arm) => {
      const kept = keptWords(arm, sizes, picture);
      return <Trans>This picture can teach {kept}</Trans>;
    },
    (arm) => {
      const [before, after, change] = [fineWords(arm.loss), fineWords(arm.lossAfter), changeWords(arm.change)];
      return (
        <Trans>
          Loss of the batch <b className="net-whole">{before}</b> → <b className="net-whole">{after}</b>. Weights
          changed by <b className="net-whole">{change}</b>
        </Trans>
      );
    },
  ];
  return (
    <div className="net-step">
      <h4 className="net-h4 lab-numbers">{step ? stepWords(step) : t`What happens in one step`}</h4>
      <ol className="net-stages">
        {stageTitles.map((title, i) => (
          <li key={title} aria-current={step && stage === i ? 'step' : undefined}>
            <h5 className="net-stage-title">
              <span className="net-stage-number">{i + 1}</span> {title}
            </h5>
            <p className="lab-soft">{meanings[i]}</p>
            {step && (
              <dl className="net-figures lab-numbers">
                {step.arms.map((arm, a) => (
                  <div key={armNames[a]} data-side={a === 0 ? 'without' : 'with'}>
                    <dt>{armNames[a]}</dt>
                    <dd>{numbers[i]?.(arm)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

const meanings = [
  <Trans key="forward">
    Chance draws masks for each picture. What is left counts 1/(1 − <Word of="dropout-rate">rate</Word>) times, and
    answers.
  </Trans>,
  <Trans key="loss">
    How wrong the answers are: 0 is certain of the given <Word of="label">label</Word>. Any{' '}
    <Word of="l2">L2 penalty</Word> is left out.
  </Trans>,
  <Trans key="backward">
    What was dropped for this picture gets no <Word of="gradient">gradient</Word> from it.
  </Trans>,
  <Trans key="update">
    <Word of="weight">Weights</Word> move a little, each by <Word of="adam">Adam’s</Word> own step. The loss before and
    after, on the same masks; the change as root mean square.
  </Trans>,
] as const;
