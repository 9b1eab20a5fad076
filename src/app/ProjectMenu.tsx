import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useLab, useLabState } from './context';

const ProjectPanels = lazy(() => import('./projects/ProjectPanels'));

/** The name of the project that is open; pressed, everything that can be done with projects. */
export function ProjectMenu() {
  const lab = useLab();
  const name = useLabState((s) => s.project.name);
  const [wasOpened, setWasOpened] = useState(false);
  const [opened, setOpened] = useState(false);
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
        <span className="lab-soft">Project:&nbsp;</span>
        <span className="lab-project-name">{name}</span>
      </Button>
      {wasOpened && (
        <Suspense>
          <ProjectPanels opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
