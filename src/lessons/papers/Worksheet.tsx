import { Trans } from '@lingui/react/macro';
import type { LessonAnswers } from '../answersOf';
import { Answered } from './Answered';
import { EmptyCharts } from './EmptyCharts';
import { planWords, questions, type Question } from './questions';
import { RunTable } from './RunTable';

export interface WorksheetProps {
  /** What was answered in the lessons of this browser, to be printed with it; empty: nothing. */
  readonly answers: readonly LessonAnswers[];
}

/** What learners write on: predictions first, then what they read off. */
export default function Worksheet({ answers }: WorksheetProps) {
  return (
    <>
      <div className="lab-person">
        <span>
          <Trans>Name</Trans>
        </span>
        <span>
          <Trans>Date</Trans>
        </span>
      </div>
      <ol className="lab-questions">
        {questions().map((one) => (
          <li key={one.id}>
            <Asked {...one} />
          </li>
        ))}
      </ol>
      <section className="lab-whole">
        <h3>
          <Trans>What came out</Trans>
        </h3>
        <RunTable isFilled={false} />
      </section>
      <EmptyCharts />
      {answers.length > 0 && <Answered answers={answers} />}
    </>
  );
}

function Asked({ question, plan, options, lines }: Question) {
  return (
    <>
      <p>
        <strong className="lab-question-plan">{planWords(plan)}</strong> {question}
      </p>
      {options && (
        <ul className="lab-options">
          {options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
      {/* Lines to write on are for the eye alone. */}
      <div className="lab-room" aria-hidden>
        {Array.from({ length: lines }, (_, i) => (
          <span key={`line-${i + 1}`} />
        ))}
      </div>
    </>
  );
}
