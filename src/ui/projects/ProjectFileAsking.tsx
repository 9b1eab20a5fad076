import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Collection } from '../../core/collection';
import type { FileAnswer } from '../../core/project/fileWork';
import { matchedClasses, merged, type Destination } from '../../core/project/merge';
import type { ProjectManifest } from '../../core/project/projectManifest';
import { RadioLines } from '../base/RadioLines';
import { Note } from '../layout/Note';
import { ClassDestinations } from './ClassDestinations';
import { contentsWords, mergeWords } from './projectFileWords';
import './projectFile.css';

export interface ProjectFileAskingProps {
  readonly fileName: string;
  readonly manifest: ProjectManifest;
  /** What could not be read, a sentence each. */
  readonly notes: readonly string[];
  /** The project that is open. */
  readonly ours: Collection;
  readonly ourName: string;
  readonly isTestOpened: boolean;
  /** null: nothing is to be done. */
  readonly onAnswer: (answer: FileAnswer | null) => void;
}

/** What is in a project file, and what is to be done with it. */
export function ProjectFileAsking(props: ProjectFileAskingProps) {
  const { fileName, manifest, notes, ours, ourName, isTestOpened, onAnswer } = props;
  const [kind, setKind] = useState<FileAnswer['kind']>('open');
  const [destinations, setDestinations] = useState<ReadonlyMap<string, Destination>>(() =>
    matchedClasses(ours, manifest),
  );
  const [keepsTest, setKeepsTest] = useState(!isTestOpened);
  const [takesLog, setTakesLog] = useState(false);
  const aside = manifest.pictures.filter((p) => p.test).length;
  const preview = useMemo(
    () => (kind === 'open' ? null : merged(ours, { ...manifest, title: manifest.name }, { destinations, keepsTest })),
    [kind, ours, manifest, destinations, keepsTest],
  );
  const answer = (): FileAnswer => (kind === 'open' ? { kind } : { kind, destinations, keepsTest, takesLog });
  return (
    <Modal.Root opened onClose={() => onAnswer(null)} size="44rem" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className="project-file">
          <div className="project-file-head">
            <Modal.Title className="project-file-title">{manifest.name}</Modal.Title>
            <Modal.CloseButton aria-label={t`Close`} size="lg" />
          </div>
          <p className="lab-soft">{fileName}</p>
          <p className="lab-numbers">{contentsWords(manifest)}</p>
          {notes.length > 0 && (
            <Note tone="warn">
              {notes.slice(0, mostNotes).map((note) => (
                <p key={note}>{note}</p>
              ))}
              {notes.length > mostNotes && (
                <p>
                  {plural(notes.length - mostNotes, {
                    one: 'And # more thing like these.',
                    other: 'And # more things like these.',
                  })}
                </p>
              )}
            </Note>
          )}
          <RadioLines
            legend={t`What should become of it?`}
            value={kind}
            onChange={setKind}
            lines={[
              {
                value: 'open',
                label: t`Open it`,
                hint: t`With its split, settings, log and trained heads. “${ourName}” stays kept among your projects.`,
              },
              {
                value: 'merge',
                label: t`Add its pictures to this project`,
                hint: plural(ours.pictures.length, {
                  one: `To the # picture of “${ourName}”. It can be undone in one step.`,
                  other: `To the # pictures of “${ourName}”. It can be undone in one step.`,
                }),
              },
            ]}
          />
          <ClassDestinations
            classes={manifest.classes}
            pictures={manifest.pictures}
            ours={ours.classes}
            destinations={kind === 'merge' ? destinations : null}
            onChange={(id, destination) => setDestinations(new Map(destinations).set(id, destination))}
          />
          {preview && (
            <>
              {aside > 0 && (
                <Checkbox
                  label={plural(aside, {
                    one: 'Keep its # test picture set aside for the test',
                    other: 'Keep its # test pictures set aside for the test',
                  })}
                  description={
                    isTestOpened
                      ? t`Your test set has been opened already, so they come in as ordinary pictures.`
                      : t`Otherwise they come in as ordinary pictures.`
                  }
                  checked={keepsTest}
                  disabled={isTestOpened}
                  onChange={(event) => setKeepsTest(event.currentTarget.checked)}
                />
              )}
              {manifest.log.length > 0 && (
                <Checkbox
                  label={plural(manifest.log.length, {
                    one: 'Take over its log: # experiment',
                    other: 'Take over its log: # experiments',
                  })}
                  description={t`In the note of each stands where it is from. Their trained heads stay in the file.`}
                  checked={takesLog}
                  onChange={(event) => setTakesLog(event.currentTarget.checked)}
                />
              )}
              <output className="project-file-preview lab-numbers">
                {[mergeWords(preview), ...preview.report.notes].join(' ')}
              </output>
            </>
          )}
          <div className="lab-row project-file-actions">
            <Button variant="default" onClick={() => onAnswer(null)}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              onClick={() => onAnswer(answer())}
              disabled={preview !== null && isNothing(preview.added, takesLog)}
            >
              {kind === 'open' ? t`Open it` : t`Add them`}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const mostNotes = 6;

const isNothing = (added: readonly unknown[], takesLog: boolean) => added.length === 0 && !takesLog;
