import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { count } from '../../core/figures';
import { Note } from '../../ui/layout/Note';
import { useLab, useLabState } from '../context';

/** Own pictures that others took the place of, and the project in another tab. */
export function ProjectNotices() {
  return (
    <>
      <OtherTab />
      <KeptPictures />
    </>
  );
}

function OtherTab() {
  const { projects, store } = useLab();
  const { tab, name } = useLabState((s) => ({ tab: s.tab, name: s.project.name }));
  if (tab === 'only') return null;
  if (tab === 'copied')
    return (
      <Note>
        <div className="lab-row">
          <span>
            The project is open in another tab. What you changed in this one goes on as a copy, “{name}”, so that
            neither overwrites the other.
          </span>
          <CloseButton aria-label="Dismiss" onClick={() => store.setState({ tab: 'only' })} />
        </div>
      </Note>
    );
  return (
    <Note tone="warn">
      <div className="lab-row">
        <span>
          {tab === 'second'
            ? `“${name}” is open in another tab, and saved there. What you change here becomes a copy.`
            : `“${name}” went on in another tab. What you change here becomes a copy.`}
        </span>
        <Button variant="default" size="compact-md" onClick={() => void projects.goOnHere()}>
          {tab === 'second' ? 'Go on here' : 'Take it back'}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => void projects.workOnCopy()}>
          Work on a copy
        </Button>
      </div>
    </Note>
  );
}

/** Where no own pictures are on the page, the latest that are kept. */
function KeptPictures() {
  const lab = useLab();
  const [dismissed, setDismissed] = useState<string | null>(null);
  const newest = useLabState(({ project, projects, sample, collection }) =>
    sample === null && collection.pictures.length > 0
      ? null
      : (projects.find((one) => one.isOwn && one.id !== project.id) ?? null),
  );
  if (!newest || newest.id === dismissed) return null;
  return (
    <Note>
      <div className="lab-row">
        <span>
          Your project “{newest.name}” with {count(newest.pictures, 'picture')} is kept in this browser.
        </span>
        <Button variant="default" size="compact-md" onClick={() => void lab.projects.open(newest.id)}>
          Open it
        </Button>
        <CloseButton aria-label="Dismiss" onClick={() => setDismissed(newest.id)} />
      </div>
    </Note>
  );
}
