import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { memo, use, useId } from 'react';
import { type Collection, type CollectionAction, type Picture, type PictureClass } from '../../core/collection';
import { grouped } from '../../core/figures';
import type { TrialDraw } from '../../core/trialDraw';
import { mostlyOneRecording } from '../../core/recordings';
import { useControl } from '../prepared/controls';
import { ClassMark } from './ClassMark';
import { ClassMenu } from './ClassMenu';
import { ClassTitle } from './ClassTitle';
import { classStyle } from './classStyle';
import { dropMark, DropTarget } from './dropTarget';
import { FileButton } from './FileButton';
import { OneRecording } from './OneRecording';
import { SideCounts } from './SideCounts';
import { ThumbnailGrid } from './ThumbnailGrid';

export interface ClassCardProps {
  readonly cls: PictureClass;
  readonly pictures: readonly Picture[];
  readonly classes: Collection['classes'];
  readonly classById: ReadonlyMap<string, PictureClass>;
  readonly draw: TrialDraw;
  readonly contradicted: ReadonlySet<string>;
  /** The pictures that are set aside for the test are covered. */
  readonly testLocked: boolean;
  readonly thumbnailUrl: (hash: string) => string;
  readonly onFiles: (files: File[], classId: string | null) => void;
  readonly onAction: (action: CollectionAction) => void;
  readonly onOpen: (pictureId: string) => void;
  /** Takes pictures for this class with the camera. */
  readonly onCamera: (classId: string) => void;
}

export const ClassCard = memo(function ClassCard(props: ClassCardProps) {
  const { cls, pictures, classes, classById, draw, contradicted, thumbnailUrl, onFiles, onAction, onOpen } = props;
  const { testLocked, onCamera } = props;
  const titleId = useId();
  const isFree = useControl('pictures') === 'shown';
  const over = use(DropTarget) === cls.id;
  const place = classes.findIndex((c) => c.id === cls.id);
  const onSide = (side: string) => pictures.filter((p) => draw.sides.get(p.id) === side).length;
  const training = onSide('training');
  const validation = onSide('validation');
  const test = pictures.filter((p) => p.test).length;
  const { name } = cls;
  const wrong = pictures.filter((p) => draw.wrongLabels.has(p.id)).length;
  return (
    <article
      className="lab-card class-card"
      aria-labelledby={titleId}
      data-over={over || undefined}
      style={{ borderTopColor: classStyle(cls.style).color }}
      {...dropMark(cls.id)}
    >
      <header className="class-head">
        <ClassMark style={cls.style} size={22} />
        <ClassTitle
          cls={cls}
          classes={classes}
          titleId={titleId}
          isFixed={!isFree}
          onRename={(name) => onAction({ type: 'class renamed', classId: cls.id, name })}
        />
        <span className="class-count lab-numbers">
          <span aria-hidden>{grouped(pictures.length)}</span>
          <span className="lab-hidden">{plural(pictures.length, { one: '# picture', other: '# pictures' })}</span>
        </span>
        {isFree && (
          <ClassMenu
            name={cls.name}
            first={place === 0}
            last={place === classes.length - 1}
            onMove={(by) => onAction({ type: 'class moved', classId: cls.id, by })}
            onDelete={() => onAction({ type: 'class removed', classId: cls.id })}
          />
        )}
      </header>
      {pictures.length === 0 ? (
        <p className="class-empty">
          {isFree ? <Trans>No pictures yet. Drop some here, or add them below.</Trans> : <Trans>No pictures.</Trans>}
        </p>
      ) : (
        <>
          <SideCounts
            training={training}
            validation={validation}
            unused={pictures.length - test - training - validation}
            test={test}
          />
          <OneRecording sides={mostlyOneRecording(pictures, draw.sides)} />
          <ThumbnailGrid
            label={t`Pictures of ${name}`}
            pictures={pictures}
            classes={classById}
            draw={draw}
            contradicted={contradicted}
            testLocked={testLocked}
            thumbnailUrl={thumbnailUrl}
            onOpen={onOpen}
            onAction={onAction}
          />
        </>
      )}
      <footer className="class-foot">
        {isFree && (
          <>
            <FileButton kind="pictures" describedBy={titleId} onFiles={(files) => onFiles(files, cls.id)} />
            <Button
              variant="default"
              leftSection={<IconCamera size={18} aria-hidden />}
              aria-describedby={titleId}
              onClick={() => onCamera(cls.id)}
            >
              <Trans>Camera</Trans>
            </Button>
          </>
        )}
        {wrong > 0 && (
          <span className="lab-soft lab-numbers">
            {plural(wrong, { one: '# with a wrong label on purpose', other: '# with wrong labels on purpose' })}
          </span>
        )}
      </footer>
    </article>
  );
});
