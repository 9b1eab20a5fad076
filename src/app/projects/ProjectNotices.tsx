import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
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
            <Trans>
              The project is open in another tab. What you changed in this one goes on as a copy, “{name}”, so that
              neither overwrites the other.
            </Trans>
          </span>
          <CloseButton aria-label={t`Dismiss`} onClick={() => store.setState({ tab: 'only' })} />
        </div>
      </Note>
    );
  return (
    <Note tone="warn">
      <div className="lab-row">
        <span>
          {tab === 'second'
            ? t`“${name}” is open in another tab, and saved there. What you change here becomes a copy.`
            : t`“${name}” went on in another tab. What you change here becomes a copy.`}
        </span>
        <Button variant="default" size="compact-md" onClick={() => void projects.goOnHere()}>
          {tab === 'second' ? t`Go on here` : t`Take it back`}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => void projects.workOnCopy()}>
          <Trans>Work on a copy</Trans>
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
  const isHomeless = pictures.some(({ classId }) => !collection.classes.some(({ id }) => id === classId));
  const giveUp = () => store.setState(({ project }) => ({ project: { ...project, unreadable: undefined } }));
  return (
    <Note tone="warn">
      <div className="lab-row">
        <span>
          {unreadableWords(
            pictures.map(({ name }) => name),
            isHomeless,
          )}
        </span>
        <SecondPress
          label={t`Delete for good`}
          subject={isOne ? t`the picture that could not be read` : t`the pictures that could not be read`}
          onConfirm={giveUp}
        />
      </div>
    </Note>
  );
}

function unreadableWords(names: readonly string[], isHomeless: boolean): string {
  const listing = names
    .slice(0, mostNames)
    .map((name) => `“${name}”`)
    .join(', ');
  const more = names.length - mostNames;
  const named =
    more > 0
      ? plural(more, { one: `${listing} and # more picture`, other: `${listing} and # more pictures` })
      : listing;
  return [
    plural(names.length, {
      one: `${named} could not be read from this browser’s storage, or is cut off there. Everything else of this project is here. It stays stored as it is, and will be tried again when the project is opened next.`,
      other: `${named} could not be read from this browser’s storage, or are cut off there. Everything else of this project is here. They stay stored as they are, and will be tried again when the project is opened next.`,
    }),
    ...(isHomeless ? [t`Those whose class has been deleted are not tried again.`] : []),
    plural(names.length, {
      one: 'If you have it as a file, add it once more.',
      other: 'If you have them as files, add them once more.',
    }),
  ].join(' ');
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
        <span>{keptWords(newest.name, newest.pictures)}</span>
        <Button variant="default" size="compact-md" onClick={() => void lab.projects.open(newest.id)}>
          <Trans>Open it</Trans>
        </Button>
        <CloseButton aria-label={t`Dismiss`} onClick={() => setDismissed(newest.id)} />
      </div>
    </Note>
  );
}

const keptWords = (name: string, pictures: number): string =>
  plural(pictures, {
    one: `Your project “${name}” with # picture is kept in this browser.`,
    other: `Your project “${name}” with # pictures is kept in this browser.`,
  });
