import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Check } from '../lesson';
import type { Answer } from '../record';
import { Choices } from './Choices';

export interface CheckCardProps {
  readonly check: Check;
  /** What was answered last; null: nothing yet. */
  readonly last: Answer | null;
  readonly onAnswer: (chose: string) => void;
}

/** A question on what was read and seen. A wrong answer is explained, and can be mended. */
export function CheckCard({ check, last, onAnswer }: CheckCardProps) {
  const [chosen, setChosen] = useState<string | null>(last?.chose ?? null);
  const [isMissing, setMissing] = useState(false);
  const answered =
    chosen !== null && last?.chose === chosen ? check.options.find(({ id }) => id === chosen) : undefined;
  return (
    <div className="lesson-card">
      <Choices
        question={check.question}
        options={check.options}
        chosen={chosen}
        isLocked={false}
        onChoose={(id) => {
          setChosen(id);
          setMissing(false);
        }}
      />
      <div className="lab-row">
        <Button
          variant="default"
          size="compact-md"
          onClick={() => (chosen === null ? setMissing(true) : onAnswer(chosen))}
        >
          <Trans>Check my answer</Trans>
        </Button>
      </div>
      <output className="lesson-answer">
        {isMissing && <Trans>Choose an answer first.</Trans>}
        {answered && (
          <span className="lesson-answer-words" data-right={answered.isRight}>
            {answered.isRight ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleX size={20} aria-hidden />}
            <span>
              <strong>{answered.isRight ? <Trans>Right.</Trans> : <Trans>Not quite.</Trans>}</strong> {answered.why}
            </span>
          </span>
        )}
      </output>
    </div>
  );
}
