import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { count } from '../../core/figures';
import { SecondPress } from '../../ui/base/SecondPress';
import { Note } from '../../ui/layout/Note';
import { useLab, useLabState } from '../context';

/** Own pictures that others took the place of, pictures that cannot be read, and the project in another tab. */
export function ProjectNotices() {
  return (
    <>
      <OtherTab />
      <Unreadable />
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

/** Names that are told; of more, how many. */
const mostNames = 4;

function Unreadable() {
  const { store } = useLab();
  const { waiting, collection } = useLabState((s) => ({ waiting: s.project.unreadable, collection: s.collection }));
  // Added once more, they are here.
  const pictures = waiting?.filter(({ hash }) => !collection.pictures.some((one) => one.hash === hash)) ?? [];
  if (pictures.length === 0) return null;
  const isOne = pictures.length === 1;
  const names = pictures.slice(0, mostNames).map(({ name }) => `“${name}”`);
  const more = pictures.length - names.length;
  const isHomeless = pictures.some(({ classId }) => !collection.classes.some(({ id }) => id === classId));
  const giveUp = () => store.setState(({ project }) => ({ project: { ...project, unreadable: undefined } }));
  return (
    <Note tone="warn">
      <div className="lab-row">
        <span>
          {names.join(', ')} {more > 0 && `and ${count(more, 'more picture')} `}
          could not be read from this browser’s storage, or {isOne ? 'is' : 'are'} cut off there. Everything else of
          this project is here. {isOne ? 'It stays' : 'They stay'} stored as {isOne ? 'it is' : 'they are'}, and will be
          tried again when the project is opened next
          {isHomeless && ', but for those whose class has been deleted'}. If you have{' '}
          {isOne ? 'it as a file' : 'them as files'}, add {isOne ? 'it' : 'them'} once more.
        </span>
        <SecondPress
          label="Delete for good"
          subject={isOne ? 'the picture that could not be read' : 'the pictures that could not be read'}
          onConfirm={giveUp}
        />
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
