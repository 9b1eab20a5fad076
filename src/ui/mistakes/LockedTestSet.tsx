import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { IconLock, IconLockOpen2, IconPlayerStopFilled } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { grouped } from '../../core/figures';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { ClassCounts, type ClassCountsProps } from './ClassCounts';

export interface LockedTestSetProps extends ClassCountsProps {
  /** Why it cannot be opened now; null: it can. */
  readonly blocked: string | null;
  /** How far the heads have been asked; null: they are not being asked. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What went wrong at the last try. */
  readonly trouble: string | null;
  readonly onOpen: () => void;
  readonly onCancel: () => void;
  readonly onRelease: () => void;
}

/** The test set while nobody has looked at it. */
export function LockedTestSet(props: LockedTestSetProps) {
  const { classes, blocked, progress, trouble, onOpen, onCancel, onRelease } = props;
  const [asks, setAsks] = useState(false);
  const id = useId();
  const total = classes.reduce((sum, { pictures }) => sum + pictures, 0);
  return (
    <>
      <p className="test-state">
        <IconLock size={22} aria-hidden />
        <span>
          <Plural value={total} one="# picture set aside and locked." other="# pictures set aside and locked." />
        </span>
      </p>
      <ClassCounts classes={classes} />
      {trouble !== null && <Note tone="error">{trouble}</Note>}
      {progress ? (
        <div className="measure-run">
          <div className="measure-run-bar">
            <ProgressBar
              label={t`Asking the heads about the test pictures`}
              done={progress.done}
              total={progress.total}
              words={answersWords(progress)}
            />
            <span className="lab-numbers">{answersWords(progress)}</span>
          </div>
          <Button variant="default" leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={onCancel}>
            <Trans>Leave it locked</Trans>
          </Button>
        </div>
      ) : (
        <div className="lab-row">
          <Button
            leftSection={<IconLockOpen2 size={18} aria-hidden />}
            disabled={blocked !== null}
            aria-describedby={blocked === null ? undefined : id}
            onClick={() => setAsks(true)}
          >
            <Trans>Open the test set</Trans>
          </Button>
          <Button variant="default" onClick={onRelease}>
            <Trans>Put it back</Trans>
          </Button>
        </div>
      )}
      {blocked !== null && (
        <p id={id} className="lab-soft">
          {blocked}
        </p>
      )}
      <Modal.Root opened={asks} onClose={() => setAsks(false)} centered>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Body className="test-confirm">
            <Modal.Title fw={650}>
              <Trans>Open the test set?</Trans>
            </Modal.Title>
            <p>
              <Trans>
                This can be done once. The heads of the last training are asked about the{' '}
                <Plural value={total} one="# test picture" other="# test pictures" />, and what comes out is written
                into the log. After that, these pictures are no test of anything that you choose later.
              </Trans>
            </p>
            <div className="lab-row">
              <Button
                onClick={() => {
                  setAsks(false);
                  onOpen();
                }}
              >
                <Trans>Open it now, once</Trans>
              </Button>
              <Button variant="default" data-autofocus onClick={() => setAsks(false)}>
                <Trans>Not yet</Trans>
              </Button>
            </div>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function answersWords(progress: NonNullable<LockedTestSetProps['progress']>): string {
  const [done, total] = [grouped(progress.done), grouped(progress.total)];
  return t`${done} of ${total} answers`;
}
