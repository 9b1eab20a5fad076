import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconListNumbers,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import './frame.css';

interface Neighbour {
  readonly title: string;
  readonly onOpen: () => void;
}

export interface LessonFrameProps {
  /** The chapter that is open; null: the list of chapters. */
  readonly lesson: { readonly title: string; readonly number: number; readonly of: number } | null;
  /** What has just come out, for those who do not see it. */
  readonly said: string;
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
  /** Below the stations, it is a bar. */
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  readonly onList: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the stations on wide screens, and below them on others, where it can be folded to a bar. */
export function LessonFrame(props: LessonFrameProps) {
  const { lesson, said, before, after, isFolded, onFold, onList, onClose, children } = props;
  const fold = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The menu that it was opened from takes the focus back when it closes.
    const timer = setTimeout(() => heading.current?.focus({ preventScroll: true }), 150);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // What had the focus may be folded away.
    if (isFolded && document.activeElement === document.body) fold.current?.focus({ preventScroll: true });
  }, [isFolded]);
  const number = lesson?.number ?? 0;
  const all = lesson?.of ?? 0;
  return (
    <aside className="lesson-aside" id="lesson" aria-labelledby="lesson-title" data-folded={isFolded}>
      <header className="lesson-head">
        <div className="lesson-head-words">
          {lesson && (
            <p className="lesson-kicker">
              <Trans>
                Lesson {number} of {all}
              </Trans>
            </p>
          )}
          <h2 id="lesson-title" ref={heading} tabIndex={-1}>
            {lesson?.title ?? t`Lessons`}
          </h2>
        </div>
        <ActionIcon
          ref={fold}
          className="lesson-fold"
          variant="default"
          aria-expanded={!isFolded}
          aria-controls="lesson-body"
          aria-label={isFolded ? t`Unfold the lesson` : t`Fold the lesson to a bar`}
          onClick={() => onFold(!isFolded)}
        >
          {isFolded ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />}
        </ActionIcon>
        {lesson && (
          <ActionIcon variant="default" aria-label={t`All lessons`} onClick={onList}>
            <IconListNumbers size={20} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon variant="default" aria-label={t`Close the lesson`} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </header>
      <div className="lesson-body" id="lesson-body" hidden={isFolded}>
        <a className="lesson-skip" href="#main" onClick={skip}>
          <Trans>Skip to the stations</Trans>
        </a>
        {children}
        {lesson && (
          <nav className="lesson-nav" aria-label={t`Lessons before and after`}>
            {before && (
              <Button
                variant="default"
                leftSection={<IconChevronLeft size={18} aria-hidden />}
                onClick={before.onOpen}
                aria-label={beforeWords(before.title)}
              >
                {before.title}
              </Button>
            )}
            {after && (
              <Button
                variant="default"
                rightSection={<IconChevronRight size={18} aria-hidden />}
                onClick={after.onOpen}
                aria-label={afterWords(after.title)}
              >
                {after.title}
              </Button>
            )}
          </nav>
        )}
      </div>
      <output className="lab-hidden">{said}</output>
    </aside>
  );
}

const beforeWords = (title: string) => t`Lesson before: ${title}`;
const afterWords = (title: string) => t`Next lesson: ${title}`;

/** The hash belongs to the settings: move the focus without writing there. */
function skip(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
