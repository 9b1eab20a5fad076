import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answersOf, type LessonAnswers } from '../../lessons/answersOf';
import { parseRecord } from '../../lessons/record';
import Worksheet from '../../lessons/papers/Worksheet';
import { loadLessons } from '../../storage/lessons';
import { PaperFrame } from './PaperFrame';

/** The worksheet; on wish with what was predicted and answered in the lessons of this browser. */
export function WorksheetPage() {
  const [isFilled, setFilled] = useState(false);
  const answers = useAnswers();
  return (
    <PaperFrame title={t`Worksheet`} lead={t`Predict first, then run, then write down what came out.`} printable>
      {answers.length > 0 && (
        <Switch
          className="lab-screen-only"
          checked={isFilled}
          onChange={(event) => setFilled(event.currentTarget.checked)}
          label={<Trans>Add what was predicted and answered in the lessons in this browser</Trans>}
        />
      )}
      <Worksheet answers={isFilled ? answers : []} />
    </PaperFrame>
  );
}

/** Empty until they are read, and where nothing was answered. */
function useAnswers(): readonly LessonAnswers[] {
  const [answers, setAnswers] = useState<readonly LessonAnswers[]>([]);
  useEffect(() => {
    let isGone = false;
    // Where nothing can be read, there is nothing to add.
    void readAnswers().then(
      (found) => !isGone && setAnswers(found),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return answers;
}

async function readAnswers(): Promise<readonly LessonAnswers[]> {
  const record = parseRecord(await loadLessons());
  const { lessons } = await import('../../lessons/lessons');
  return answersOf(lessons, record);
}
