import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Modal, NativeSelect } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CollectionAction, Picture, PictureClass, Side } from '../../core/collection';
import { listed } from '../../core/listed';
import { BackAndForth } from '../layout/BackAndForth';
import { Note } from '../layout/Note';
import { useControl } from '../prepared/controls';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { Word } from '../words/Word';

export interface PictureDialogProps {
  /** null: closed. */
  readonly picture: Picture | null;
  readonly classes: readonly PictureClass[];
  readonly url: string;
  readonly side: Side | null;
  /** Name of the class whose label training is given instead of the true one. */
  readonly wrongLabel: string | null;
  /** Names of the other classes that hold the same content. */
  readonly contradicts: readonly string[];
  /** How many other pictures stay on the same side as this one. */
  readonly companions: number;
  /** It is in a test set that has not been opened: nothing of it is shown, and its class stays. */
  readonly locked?: boolean;
  /** What the base itself makes of the picture. */
  readonly recognition?: ReactNode;
  readonly onAction: (action: CollectionAction) => void;
  /** To the neighbour in the same class. */
  readonly onStep: (by: -1 | 1) => void;
  readonly onClose: () => void;
}

const sides: readonly { readonly side: Side | null; readonly label: string }[] = [
  { side: null, label: t`Let the split decide` },
  { side: 'training', label: t`Keep in training` },
  { side: 'validation', label: t`Keep in validation` },
];

const sideWords = {
  training: t`Side of the split: training`,
  validation: t`Side of the split: validation`,
  none: t`Side of the split: not used`,
} as const;

/** One picture, large, and what can be done with it. */
export function PictureDialog(props: PictureDialogProps) {
  const { picture, classes, url, side, wrongLabel, contradicts, companions, locked, recognition } = props;
  const { onAction, onStep, onClose } = props;
  const shown = useControl('pictures');
  const isFree = shown === 'shown';
  const others = listed(contradicts.map((name) => `“${name}”`));
  return (
    <Modal.Root opened={picture !== null} onClose={onClose} size="lg" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          {/* Not the library's own header: inside a dialog it would pass for the page's. */}
          <div className="picture-head">
            <Modal.Title className="picture-name">{picture?.name}</Modal.Title>
            <Modal.CloseButton aria-label={t`Close`} size="lg" />
          </div>
          {picture && (
            <div className="picture">
              <div className="picture-view">
                {locked ? (
                  <div className="picture-cover">
                    <IconLock size={48} aria-hidden />
                    <Trans>Locked</Trans>
                  </div>
                ) : (
                  <img src={url} alt={t`What the model sees`} width={224} height={224} />
                )}
                <div className="lab-row">
                  <BackAndForth back={t`Previous picture`} forth={t`Next picture`} onStep={onStep}>
                    <span className="lab-soft">
                      <Trans>224 × 224 pixels</Trans>
                    </span>
                  </BackAndForth>
                </div>
              </div>
              <div className="picture-actions">
                {shown === 'locked' && <SetByInstructor />}
                {!locked && isFree && (
                  <NativeSelect
                    label={t`Class`}
                    description={t`Choosing another one moves the picture there.`}
                    value={picture.classId}
                    data={classes.map((c) => ({ value: c.id, label: c.name }))}
                    onChange={(event) =>
                      onAction({ type: 'pictures moved', ids: [picture.id], classId: event.currentTarget.value })
                    }
                  />
                )}
                {locked ? (
                  <Note>
                    <Trans>
                      Locked: this picture is set aside for the test. Nobody looks at it until the{' '}
                      <Word of="test">test set</Word> is opened at station 8; “Put it back” there releases the whole
                      test set.
                    </Trans>
                  </Note>
                ) : picture.test ? (
                  <Note>
                    <Trans>
                      Set aside for the <Word of="test">test</Word>: it is on no side of the split. “Put it back” at
                      station 8 releases the whole test set.
                    </Trans>
                  </Note>
                ) : (
                  <fieldset className="picture-sides">
                    <legend>{sideWords[side ?? 'none']}</legend>
                    {isFree &&
                      sides.map((choice) => (
                        <Button
                          key={choice.label}
                          variant={(picture.pin?.side ?? null) === choice.side ? 'filled' : 'default'}
                          aria-pressed={(picture.pin?.side ?? null) === choice.side}
                          onClick={() => onAction({ type: 'pictures pinned', ids: [picture.id], side: choice.side })}
                        >
                          {choice.label}
                        </Button>
                      ))}
                    {companions > 0 && (
                      <p className="lab-soft">
                        {plural(companions, {
                          one: 'One other picture belongs to this one and goes to the same side.',
                          other: '# other pictures belong to this one and go to the same side.',
                        })}
                      </p>
                    )}
                  </fieldset>
                )}
                {wrongLabel !== null && (
                  <Note tone="warn">
                    <Trans>
                      In this draw, training is told “{wrongLabel}”: a <Word of="wrong-labels">wrong label</Word> on
                      purpose.
                    </Trans>
                  </Note>
                )}
                {contradicts.length > 0 && (
                  <Note tone="warn">
                    <Trans>The same picture is also in {others}. One of the labels must be wrong.</Trans>
                  </Note>
                )}
                {locked && isFree && (
                  <Note tone="warn">
                    <Trans>
                      Deleting it makes the test smaller, and a test set that is picked over by hand can flatter.
                    </Trans>
                  </Note>
                )}
                {isFree && (
                  <Button
                    variant="default"
                    leftSection={<IconTrash size={18} aria-hidden />}
                    onClick={() => {
                      onClose();
                      onAction({ type: 'pictures removed', ids: [picture.id] });
                    }}
                  >
                    <Trans>Delete</Trans>
                  </Button>
                )}
              </div>
            </div>
          )}
          {picture && !locked && recognition}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
