import { t } from '@lingui/core/macro';
import { IconCheck, IconX } from '@tabler/icons-react';
import { percent } from '../../core/figures';
import { ClassMark } from '../pictures/ClassMark';
import type { ShownAnswer } from './shownMistake';

/** One head's answer to a picture: in words, with its sign, and as a bar. */
export function AnswerLine({ arm, answer, confidence, isRight }: ShownAnswer) {
  const Icon = isRight ? IconCheck : IconX;
  return (
    <div className="mistake-answer" data-right={isRight || undefined}>
      <dt>{arm}</dt>
      <dd>
        <span className="mistake-said">
          <Icon size={16} stroke={2.6} aria-hidden />
          <span className="lab-hidden">{isRight ? t`right:` : t`wrong:`} </span>
          <ClassMark style={answer.style} size={13} />
          <span className="mistake-class">{answer.name}</span>
          <span className="lab-numbers">{percent(confidence)}</span>
        </span>
        <span className="mistake-bar" aria-hidden>
          <span style={{ width: `${confidence * 100}%` }} />
        </span>
      </dd>
    </div>
  );
}
