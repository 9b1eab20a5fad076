import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLab, useLabState } from './context';
import { messageOf } from './messages';

const ProjectPanels = lazy(() => import('./projects/ProjectPanels'));

/** The name of the project that is open; pressed, everything that can be done with projects. */
export function ProjectMenu() {
  const lab = useLab();
  const name = useLabState((s) => s.project.name);
  const [wasOpened, setWasOpened] = useState(false);
  const [opened, setOpened] = useState(false);
  /** There is no room for a sentence here. */
  const onError = (error: unknown) => {
    setWasOpened(false);
    setOpened(false);
    lab.store.setState({
      trouble: t`The projects could not be shown (${messageOf(error)}). Your pictures and the training are untouched: load the page again when the training has ended.`,
    });
  };
  return (
    <>
      <Button
        className="lab-project"
        variant="default"
        size="compact-md"
        aria-haspopup="dialog"
        onClick={() => {
          setWasOpened(true);
          setOpened(true);
          void lab.projects.refresh();
        }}
      >
        <span className="lab-soft">
          <Trans>Project:&nbsp;</Trans>
        </span>
        <span className="lab-project-name">{name}</span>
      </Button>
      {wasOpened && (
        <ErrorBoundary fallback={null} onError={onError}>
          <Suspense>
            <ProjectPanels opened={opened} onClose={() => setOpened(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
