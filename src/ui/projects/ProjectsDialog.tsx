import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useId, useRef, type ReactNode } from 'react';
import type { Project, ProjectSummary } from '../../core/project';
import { SecondPress } from '../base/SecondPress';
import { Word } from '../words/Word';
import { ProjectList } from './ProjectList';
import { ProjectName } from './ProjectName';
import './projects.css';

export interface ProjectsDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly current: Pick<Project, 'id' | 'name'>;
  /** Everything that is kept, the newest first. */
  readonly projects: readonly ProjectSummary[];
  /** More buttons for the project that is open: saving it as a file, opening one. */
  readonly fileItems: ReactNode;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  readonly onCreate: () => void;
  readonly onOpen: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

/** The project that is open, and the others in this browser. */
export function ProjectsDialog(props: ProjectsDialogProps) {
  const { opened, onClose } = props;
  const isPhone = useMediaQuery('(max-width: 40rem)') ?? false;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Projects`}
      size="46rem"
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t`Close` }}
      classNames={{ title: 'projects-title' }}
    >
      {opened && <Parts {...props} />}
    </Modal>
  );
}

function Parts({
  current,
  projects,
  fileItems,
  onRename,
  onDuplicate,
  onCreate,
  onOpen,
  onDelete,
}: ProjectsDialogProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { name } = current;
  const isKept = projects.some((one) => one.id === current.id);
  const others = projects.filter((one) => one.id !== current.id);
  // The button that was pressed goes away with what it deleted.
  const remove = (one: string) => {
    heading.current?.focus();
    onDelete(one);
  };
  return (
    <div className="projects">
      <section className="projects-part" aria-labelledby={`${id}-current`}>
        <h3 className="lab-h3" id={`${id}-current`}>
          <Trans>This project</Trans>
        </h3>
        <ProjectName key={current.id} name={current.name} onRename={onRename} />
        <p className="lab-soft">
          {isKept ? (
            <Trans>
              It is saved in this browser as it changes: pictures, <Word of="label">labels</Word>,{' '}
              <Word of="split">split</Word>, settings, log and <Word of="head">heads</Word>.
            </Trans>
          ) : (
            t`Nothing of it is saved yet: that begins with your first pictures, or with the first training.`
          )}
        </p>
        <div className="lab-row">
          {fileItems}
          {isKept && (
            <>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconCopy size={18} aria-hidden />}
                onClick={onDuplicate}
              >
                <Trans>Duplicate</Trans>
              </Button>
              <SecondPress label={t`Delete`} subject={t`the project ${name}`} onConfirm={() => remove(current.id)} />
            </>
          )}
        </div>
      </section>
      <section className="projects-part" aria-labelledby={`${id}-others`}>
        <div className="lab-row projects-head">
          <h3 className="lab-h3" id={`${id}-others`} ref={heading} tabIndex={-1}>
            <Trans>Other projects in this browser</Trans>
          </h3>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={onCreate}
          >
            <Trans>New project</Trans>
          </Button>
        </div>
        {others.length > 0 ? (
          <ProjectList projects={others} onOpen={onOpen} onDelete={remove} />
        ) : (
          <p className="lab-soft">
            <Trans>There are no others. A new one begins empty; this one is kept.</Trans>
          </p>
        )}
      </section>
    </div>
  );
}
