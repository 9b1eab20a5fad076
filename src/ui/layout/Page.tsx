import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconShieldLock, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Word } from '../words/Word';
import { BrandMark } from './BrandMark';
import { Footer, type Licence } from './Footer';

export interface PageProps {
  /** The stepper; it sticks to the top. */
  readonly nav: ReactNode;
  /** Lessons, words and pages for instructors. */
  readonly menu: ReactNode;
  /** Another language for the page. */
  readonly language: ReactNode;
  /** The project that is open. */
  readonly project: ReactNode;
  /** What the shipped base and sample set are, and under which licence. */
  readonly licences: readonly Licence[];
  /** Stands in the footer: whether the page works without a network. */
  readonly offline?: ReactNode;
  /** A lesson stands beside the main part, far behind it in the order of the keyboard. */
  readonly hasLesson?: boolean;
  readonly children: ReactNode;
}

/** Header, stepper, main landmark and footer of the one page. */
export function Page({ nav, menu, language, project, licences, offline, hasLesson = false, children }: PageProps) {
  return (
    <>
      <a className="lab-skip" href="#main" onClick={(event) => skip(event, 'main')}>
        <Trans>Skip to the main part</Trans>
      </a>
      {hasLesson && (
        <a className="lab-skip" href="#lesson" onClick={(event) => skip(event, 'lesson-title')}>
          <Trans>Skip to the lesson</Trans>
        </a>
      )}
      <header className="lab-header lab-wrap">
        <h1 className="lab-brand">
          <BrandMark />
          Transfer Lab
        </h1>
        <p className="lab-promise">
          <Trans>
            See <Word of="transfer-learning">transfer learning</Word> and <Word of="dropout">dropout</Word> happen,
            live, on your own pictures.
          </Trans>
        </p>
        <div className="lab-header-end">
          {menu}
          {project}
          <span className="lab-private">
            <IconShieldLock size={20} aria-hidden />
            <Trans>Pictures never leave this device</Trans>
          </span>
          <span className="lab-header-tools">
            {language}
            <SchemeToggle />
          </span>
        </div>
      </header>
      {nav}
      <main className="lab-wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer licences={licences} offline={offline} />
    </>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="default"
      aria-label={other === 'dark' ? t`Use dark colours` : t`Use light colours`}
      onClick={() => setColorScheme(other)}
    >
      {scheme === 'dark' ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}

/** The hash belongs to the settings: move the focus without writing there. */
function skip(event: React.MouseEvent, to: 'main' | 'lesson-title') {
  event.preventDefault();
  document.getElementById(to)?.focus();
}
