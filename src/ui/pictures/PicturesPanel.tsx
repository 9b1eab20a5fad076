import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useDeferredValue } from 'react';
import { limits } from '../../core/collection';
import { grouped } from '../../core/figures';
import { useControl } from '../prepared/controls';
import { SetByInstructor } from '../prepared/SetByInstructor';
import type { PicturesViewProps } from './PicturesView';
import { FileButton } from './FileButton';
import { Word } from '../words/Word';
import './pictures.css';

export type PicturesPanelProps = PicturesViewProps;

/** Menus, sliders and dialogs come when there is something to use them on: the first screen does not wait for them. */
const PicturesView = lazy(async () => ({ default: (await import('./PicturesView')).PicturesView }));

const mostPictures = grouped(limits.pictures);
const mostClasses = grouped(limits.classes);

/** The classes with their pictures, and how these are split. */
export function PicturesPanel(props: PicturesPanelProps) {
  const { onFiles, onAction } = props;
  const shown = useControl('pictures');
  const isLocked = shown === 'locked';
  const { classes, pictures } = props.collection;
  const here = grouped(pictures.length);
  const classesHere = grouped(classes.length);
  // A thousand thumbnails are drawn in slices, when nothing more urgent is waiting.
  const collection = useDeferredValue(props.collection);
  const draw = useDeferredValue(props.draw);
  return (
    <div className="pictures">
      <div className="lab-row pictures-tools" data-empty={classes.length === 0 || undefined}>
        {classes.length === 0 && shown === 'shown' && (
          <p className="pictures-invitation">
            <Trans>
              Drop pictures, folders or a ZIP anywhere on this page, or paste them. A folder for each kind of thing
              becomes a <Word of="class">class</Word> by itself.
            </Trans>
          </p>
        )}
        {shown !== 'hidden' && (
          <>
            <FileButton kind="pictures" prominent disabled={isLocked} onFiles={(files) => onFiles(files, null)} />
            <FileButton kind="folder" disabled={isLocked} onFiles={(files) => onFiles(files, null)} />
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              disabled={isLocked || classes.length >= limits.classes}
              onClick={() => onAction({ type: 'class added' })}
            >
              <Trans>Add a class</Trans>
            </Button>
            {isLocked && <SetByInstructor />}
          </>
        )}
        <p className="lab-soft pictures-limits lab-numbers">
          <Trans>
            {here} of at most {mostPictures} pictures, {classesHere} of at most {mostClasses} classes
          </Trans>
        </p>
      </div>
      {collection.classes.length > 0 && (
        <Suspense
          fallback={
            <p className="lab-soft">
              <Trans>One moment …</Trans>
            </p>
          }
        >
          <PicturesView {...props} collection={collection} draw={draw} />
        </Suspense>
      )}
    </div>
  );
}
