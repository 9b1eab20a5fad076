import { t } from '@lingui/core/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { percent } from '../../core/figures';
import { answerOf } from '../../core/try/answer';
import { ClassBars } from '../inside/ClassBars';
import '../inside/network.css';
import { agreementWords, noAnswerWords, outvotedWords } from './tryWords';

export interface ArmAnswerProps {
  readonly side: 'without' | 'with';
  readonly name: string;
  readonly classNames: readonly string[];
  /** [C] of the head that is shown. */
  readonly probabilities: readonly number[];
  /** [C] how many seeds answer each class; null: not counted. */
  readonly counts: readonly number[] | null;
  /** Of all of them, whether they answer or not. */
  readonly seeds: number;
  /** The class that the person gave the picture; null: unknown, not the only one, or not known to the heads. */
  readonly truth: number | null;
}

/** What one head says of the picture. */
export function ArmAnswer({ side, name, classNames, probabilities, counts, seeds, truth }: ArmAnswerProps) {
  const answer = answerOf(probabilities);
  const agreed = counts && agreementWords(counts, classNames, seeds);
  const outvoted = counts && answer !== null ? outvotedWords(counts, answer, seeds) : null;
  return (
    <div className="try-arm" data-side={side}>
      <h4 className="try-arm-name">{name.charAt(0).toUpperCase() + name.slice(1)}</h4>
      {answer === null ? (
        <p>{noAnswerWords}</p>
      ) : (
        <p className="try-answer lab-numbers">
          <b>{classNames[answer]}</b> {percent(probabilities[answer] ?? 0)}
          {truth !== null && (
            <span className="try-truth">{answer === truth ? ` ${t`✓ right`}` : ` ${t`✗ wrong`}`}</span>
          )}
        </p>
      )}
      <p className="lab-numbers try-seeds" data-outvoted={outvoted !== null || undefined}>
        {outvoted !== null && <IconAlertTriangle size={20} aria-hidden />}
        <span>
          {outvoted !== null && `${outvoted} `}
          {agreed}
        </span>
      </p>
      {answer !== null && <ClassBars classNames={classNames} whole={probabilities} averaged={null} subnetworks={0} />}
    </div>
  );
}
