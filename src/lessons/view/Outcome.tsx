import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { Prediction } from '../lesson';
import type { Try } from '../record';

export interface OutcomeProps {
  readonly prediction: Prediction;
  /** The latest that came to its end. */
  readonly last: Try;
  /** How many tries of this set-up there are. */
  readonly tries: number;
}

/** What was said beside what came out, with the figures of the run. */
export function Outcome({ prediction, last, tries }: OutcomeProps) {
  const optionOf = (id: string | null) => prediction.options.find((option) => option.id === id);
  const said = optionOf(last.said);
  const came = optionOf(last.outcome);
  const isRight = said !== undefined && said === came;
  return (
    <div className="lesson-outcome" data-right={said && came ? isRight : undefined}>
      <dl>
        <div>
          <dt>
            <Trans>You said</Trans>
          </dt>
          <dd>{said?.text ?? t`nothing: you ran it without a prediction`}</dd>
        </div>
        <div>
          <dt>
            <Trans>It came out</Trans>
          </dt>
          <dd>
            {said &&
              came &&
              (isRight ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleX size={20} aria-hidden />)}
            <span>
              {came?.text ?? t`this run does not say`}{' '}
              {said && came && (isRight ? t`(as you said)` : t`(not as you said)`)}
            </span>
          </dd>
        </div>
      </dl>
      <p className="lab-numbers">{last.words}</p>
      {came && <p>{came.because}</p>}
      {tries > 1 && (
        <p className="lab-soft">
          <Trans>This was try {tries}; the earlier ones are kept.</Trans>
        </p>
      )}
    </div>
  );
}
