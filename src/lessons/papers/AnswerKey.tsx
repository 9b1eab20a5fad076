import { Trans } from '@lingui/react/macro';
import { planWords, questions } from './questions';
import { RunTable } from './RunTable';
import { PlanFigures } from './plan45';

/** The worksheet's answers, with what was measured. */
export default function AnswerKey() {
  return (
    <>
      <ol className="lab-questions">
        {questions().map(({ id, plan, question, answer }) => (
          <li key={id}>
            <p>
              <strong className="lab-question-plan">{planWords(plan)}</strong> {question}
            </p>
            <p className="lab-plan-marked">{answer}</p>
          </li>
        ))}
      </ol>
      <section>
        <h3>
          <Trans>What came out</Trans>
        </h3>
        <RunTable isFilled />
      </section>
      <section>
        <h3>
          <Trans>About the figures</Trans>
        </h3>
        <PlanFigures />
      </section>
    </>
  );
}
