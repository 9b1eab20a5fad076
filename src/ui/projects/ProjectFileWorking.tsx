import { Trans } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { ProgressBar } from '../layout/ProgressBar';
import { workingTitle, workingWords } from './projectFileWords';
import './projectFile.css';

export interface ProjectFileWorkingProps {
  readonly doing: 'saving' | 'opening' | 'adding';
  /** Of the project. */
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** A project file that is being written or read. */
export function ProjectFileWorking({ onCancel, ...work }: ProjectFileWorkingProps) {
  const title = workingTitle(work);
  const words = workingWords(work);
  return (
    <Modal.Root opened onClose={onCancel} size="30rem" centered closeOnClickOutside={false}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className="project-file">
          <Modal.Title className="project-file-title">{title}</Modal.Title>
          <p className="lab-numbers">{words}</p>
          <ProgressBar label={title} done={work.done} total={work.total} words={words} />
          <div className="lab-row project-file-actions">
            <Button variant="default" onClick={onCancel} data-autofocus>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
