import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPhotoPlus, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Word } from '../words/Word';
import { HeroArt } from './HeroArt';
import './welcome.css';

export interface WelcomeProps {
  /** The built-in set in a few words, e.g. "324 drawings of animals, food and vehicles". */
  readonly sample: string;
  /** Loads the built-in set and trains; null: it is not offered. */
  readonly onSample: (() => void) | null;
  /** Leads to the pictures section; null: there is nothing to do there. */
  readonly onOwn: (() => void) | null;
  /** True from the click on until the first pictures are there. */
  readonly busy?: boolean;
  /** Opens the first lesson; null: lessons are not offered. */
  readonly lesson: { readonly href: string; readonly onOpen: () => void } | null;
  /** What else there is to load; stands below. */
  readonly others?: ReactNode;
}

/** The first screen, as long as there are no pictures. */
export function Welcome({ sample, onSample, onOwn, lesson, busy = false, others }: WelcomeProps) {
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-words">
        <h2 className="welcome-title" id="welcome-title">
          <Trans>Borrow a trained eye. Teach it something new.</Trans>
        </h2>
        <p className="welcome-lead">
          <Trans>
            A network that has already seen 118,000 photos turns your pictures into numbers; a small new{' '}
            <Word of="head">head</Word> learns your <Word of="class">classes</Word> from them. It is trained twice,{' '}
            <em className="welcome-em">without</em> and <em className="welcome-em">with dropout</em>, side by side from
            the same start, so that you see what <Word of="dropout">dropout</Word> changes.
          </Trans>
        </p>
        <div className="lab-row welcome-actions">
          {onSample && (
            <Button
              size="lg"
              color="ember"
              leftSection={<IconPlayerPlay size={22} aria-hidden />}
              onClick={onSample}
              loading={busy}
            >
              <Trans>Try it with the built-in set</Trans>
            </Button>
          )}
          {onOwn && (
            <Button size="lg" variant="default" leftSection={<IconPhotoPlus size={22} aria-hidden />} onClick={onOwn}>
              <Trans>Use my own pictures</Trans>
            </Button>
          )}
        </div>
        {onSample && (
          <p className="lab-soft">
            <Trans>The built-in set: {sample}. The curves start to grow within a minute.</Trans>
          </p>
        )}
        {lesson && (
          <p>
            <Trans>
              New to all this?{' '}
              <a
                href={lesson.href}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  lesson.onOpen();
                }}
              >
                Begin with the first lesson
              </a>
              .
            </Trans>
          </p>
        )}
        {others}
      </div>
      <HeroArt />
    </section>
  );
}
