import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ArmStep, NetworkView, StepView } from '../../core/inside/inside';
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
    (arm) => (
      <>
        <Trans>
          {droppedWords(arm, sizes, picture)} It {answerWords(arm, picture, labels, classNames)}.
        </Trans>
      </>
    ),
    (arm) => (
      <>
        <Trans>
          <b>{fineWords(arm.losses[picture] ?? Number.NaN, 3)}</b> for this picture, <b>{fineWords(arm.loss, 3)}</b> on
          average over the batch
        </Trans>
      </>
    ),
    (arm) => (
      <>
        <Trans>This picture can teach {keptWords(arm, sizes, picture)}</Trans>
      </>
    ),
    (arm) => (
      <>
        <Trans>
          Loss of the batch <b className="net-whole">{fineWords(arm.loss)}</b> →{' '}
          <b className="net-whole">{fineWords(arm.lossAfter)}</b>. Weights changed by{' '}
          <b className="net-whole">{changeWords(arm.change)}</b>
        </Trans>
      </>
    ),
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
  t`Chance draws masks for each picture. What is left counts 1/(1 − rate) times, and answers.`,
  t`How wrong the answers are: 0 is certain of the given label. Any L2 penalty is left out.`,
  t`What was dropped for this picture gets no gradient from it.`,
  'Weights move a little, each by Adam’s own step. The loss before and after, on the same masks; the change as root mean square.',
] as const;
