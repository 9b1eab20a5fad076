import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import type { Sample } from '../../core/samples';
import { useControl } from '../prepared/controls';
import { SetByInstructor } from '../prepared/SetByInstructor';
import './sampleChoice.css';

export interface SampleChoiceProps {
  /** What opens the list. */
  readonly summary: string;
  /** From near to far. */
  readonly samples: readonly Sample[];
  /** The one that the pictures are; null: none of them. */
  readonly current: string | null;
  /** What choosing one does: "Load", "Load and train". */
  readonly verb: string;
  /** Pictures are coming in. */
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
}

const tags = { near: t`Near`, middle: t`In between`, far: t`Far` } as const;

/** The built-in sets, each with how far its question is from what the base knows. */
export function SampleChoice({ summary, samples, current, verb, busy, onChoose }: SampleChoiceProps) {
  const shown = useControl('samples');
  if (shown === 'hidden') return null;
  return (
    <details className="samples">
      <summary>{summary}</summary>
      {shown === 'locked' && (
        <p>
          <SetByInstructor />
        </p>
      )}
      <ul className="lab-card">
        {samples.map((sample) => (
          <SampleLine
            key={sample.id}
            sample={sample}
            isCurrent={sample.id === current}
            verb={verb}
            busy={busy}
            isLocked={shown === 'locked'}
            onChoose={() => onChoose(sample.id)}
          />
        ))}
      </ul>
    </details>
  );
}

interface SampleLineProps extends Pick<SampleChoiceProps, 'verb' | 'busy'> {
  readonly sample: Sample;
  readonly isCurrent: boolean;
  readonly isLocked: boolean;
  readonly onChoose: () => void;
}

function SampleLine({ sample, isCurrent, isLocked, verb, busy, onChoose }: SampleLineProps) {
  const id = useId();
  const { title, description, distance, distanceWords } = sample;
  return (
    <li data-current={isCurrent || undefined}>
      <div className="sample-words" id={id}>
        <strong>{title}</strong>
        <p>{description}</p>
        <p className="lab-soft">
          <span className="sample-distance" data-distance={distance}>
            {tags[distance]}:
          </span>{' '}
          {distanceWords}
        </p>
      </div>
      {isCurrent ? (
        <p className="sample-current">
          <IconCheck size={18} aria-hidden /> {busy ? t`Loading` : t`Loaded`}
        </p>
      ) : (
        <Button
          variant="default"
          disabled={busy || isLocked}
          aria-label={`${verb}: ${title}`}
          aria-describedby={id}
          onClick={onChoose}
        >
          {verb}
        </Button>
      )}
    </li>
  );
}
