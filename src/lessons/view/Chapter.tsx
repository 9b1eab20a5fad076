import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Worded } from '../../ui/words/Worded';
import { seedsOf } from '../claim';
import type { Lesson, Part, Place, SetUp } from '../lesson';
import { answersTo, triesOf, type LessonRecord } from '../record';
import { CheckCard } from './CheckCard';
import { SetUpCard, type SetUpCardProps } from './SetUpCard';
import './chapter.css';

const Formula = lazy(() => import('./Formula'));

export interface ChapterProps extends Pick<SetUpCardProps, 'isBusy' | 'hasOwn' | 'onShow'> {
  readonly lesson: Lesson;
  readonly record: LessonRecord;
  /** The set-up that runs, and what is under way of it; null: none. */
  readonly running: { readonly setUp: string; readonly doing: string } | null;
  /** By set-up: why its last run came to nothing. */
  readonly failed: ReadonlyMap<string, string>;
  readonly onRun: (setUp: SetUp, said: string | null, onOwn: boolean) => void;
  readonly onAnswer: (check: Lesson['checks'][number], chose: string) => void;
}

/** A chapter from its lead to its two questions. Its title is the frame's. */
export function Chapter(props: ChapterProps) {
  const { lesson, record, onAnswer } = props;
  return (
    <div className="lesson-chapter">
      <p className="lesson-lead">{lesson.lead}</p>
      {lesson.parts.map((part, i) => (
        <PartView key={`part-${i + 1}`} part={part} {...props} />
      ))}
      <h3>
        <Trans>Two questions</Trans>
      </h3>
      {lesson.checks.map((check) => (
        <CheckCard
          key={check.id}
          check={check}
          last={answersTo(record, check.id).at(-1) ?? null}
          onAnswer={(chose) => onAnswer(check, chose)}
        />
      ))}
    </div>
  );
}

function PartView({ part, ...props }: ChapterProps & { readonly part: Part }) {
  const { record, running, failed, onShow, onRun } = props;
  switch (part.kind) {
    case 'heading':
      return <h3>{part.text}</h3>;
    case 'text':
      return (
        <>
          <p>
            <Worded text={part.text} terms={part.terms ?? []} />
          </p>
          {part.show !== undefined && <ShowMe place={part.show} onShow={onShow} />}
        </>
      );
    case 'formula':
      return (
        <Suspense fallback={<p>{part.words}</p>}>
          <Formula tex={part.tex} words={part.words} />
        </Suspense>
      );
    case 'claim': {
      const seeds = seedsOf(part.claim.setUp);
      // Beside the question it would be the answer: it opens by itself once the run is over.
      const isOver = triesOf(record, part.claim.setUp).some(({ words }) => words !== null);
      return (
        <details key={String(isOver)} className="lesson-claim" open={isOver}>
          <summary>
            <Trans>What we measured</Trans>
          </summary>
          <p className="lab-numbers">
            {part.claim.text}{' '}
            <span className="lab-soft">
              <Trans>(Measured with {seeds} seeds; the brackets are 95 % intervals.)</Trans>
            </span>
          </p>
        </details>
      );
    }
    case 'reference':
      return (
        <p>
          {/* In this tab it would take results with it that are kept nowhere. */}
          <a href={part.reference.href} target="_blank" rel="noreferrer">
            {part.reference.title}
            <span className="lab-hidden">
              {' '}
              <Trans>(opens in a new tab)</Trans>
            </span>
          </a>
          {': '}
          {part.reference.differs}
        </p>
      );
    case 'set-up': {
      const { setUp } = part;
      return (
        <SetUpCard
          setUp={setUp}
          tries={triesOf(record, setUp.id)}
          doing={running?.setUp === setUp.id ? running.doing : null}
          isWaiting={running !== null && running.setUp !== setUp.id}
          failed={failed.get(setUp.id) ?? null}
          isBusy={props.isBusy}
          hasOwn={props.hasOwn}
          onRun={(said, onOwn) => onRun(setUp, said, onOwn)}
          onShow={onShow}
        />
      );
    }
    default:
      return part satisfies never;
  }
}

function ShowMe({ place, onShow }: { readonly place: Place; readonly onShow: (place: Place) => void }) {
  return (
    <p>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconEye size={18} aria-hidden />}
        onClick={() => onShow(place)}
      >
        <Trans>Show me</Trans>
      </Button>
    </p>
  );
}
