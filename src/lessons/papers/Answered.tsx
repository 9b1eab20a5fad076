import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { dateWords } from '../../core/dates';
import type { LessonAnswers } from '../answersOf';

/** What a learner predicted and answered in the lessons, one after the other. */
export function Answered({ answers }: { readonly answers: readonly LessonAnswers[] }) {
  return (
    <section className="lab-new-page">
      <h3>
        <Trans>What was predicted and answered in the lessons</Trans>
      </h3>
      {answers.map(({ title, predictions, checks }) => (
        <section key={title}>
          <h4>{title}</h4>
          <ul>
            {predictions.map(({ setUp, question, at, said, cameOut, words }) => (
              <li key={`${setUp}${at}`}>
                <p>
                  <strong>{setUp}</strong> ({dateWords(at)}). {question}
                </p>
                <p>
                  <Trans>Predicted: {said}.</Trans>{' '}
                  {cameOut === null ? t`Not run to its end.` : t`Came out: ${cameOut}.`} {words}
                </p>
              </li>
            ))}
            {checks.map(({ question, first, last, isRight, times }) => (
              <li key={question}>
                <p>{question}</p>
                <p>
                  {times === 1 ? t`Answered: ${last}.` : t`Answered first: ${first}. Last, at try ${times}: ${last}.`}{' '}
                  {isRight ? t`Right.` : t`Not right.`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
