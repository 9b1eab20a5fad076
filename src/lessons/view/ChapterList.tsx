import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { pageHref, type LessonId } from '../../core/page';
import { Note } from '../../ui/layout/Note';
import { progressIn } from '../answersOf';
import type { Lesson } from '../lesson';
import { emptyRecord, type LessonRecord } from '../record';

export interface ChapterListProps {
  readonly lessons: readonly Lesson[];
  readonly record: LessonRecord;
  /** Answers are not kept: the browser denies it. */
  readonly isForgotten: boolean;
  readonly onOpen: (id: LessonId) => void;
  readonly onClear: () => void;
}

/** All chapters with how far a learner is, and the way to begin anew. */
export function ChapterList({ lessons, record, isForgotten, onOpen, onClear }: ChapterListProps) {
  const [isSure, setSure] = useState(false);
  const isEmpty = record === emptyRecord || record.tries.length + record.answers.length === 0;
  return (
    <div className="lesson-chapter">
      <p className="lesson-lead">
        <Trans>Short lessons beside the living app: say what you expect, run it by one press, and compare.</Trans>
      </p>
      <ol className="lesson-list">
        {lessons.map((lesson, i) => {
          const { done, of } = progressIn(lesson, record);
          return (
            <li key={lesson.id} data-done={done === of}>
              <a
                href={pageHref(`lesson-${lesson.id}`)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onOpen(lesson.id);
                }}
              >
                <span className="lesson-number" aria-hidden>
                  {i + 1}
                </span>
                <span>
                  <span className="lesson-list-title">{lesson.title}</span>
                  <span className="lab-soft">{done === of ? t`done` : t`${done} of ${of} done`}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
      {isForgotten && (
        <Note tone="warn">
          <Trans>This browser keeps nothing: your answers are here until you leave the page.</Trans>
        </Note>
      )}
      {!isEmpty && (
        <div className="lab-row">
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              if (isSure) onClear();
              setSure(!isSure);
            }}
            onBlur={() => setSure(false)}
          >
            {isSure ? t`Press again to clear them all` : t`Clear my answers`}
          </Button>
        </div>
      )}
    </div>
  );
}
