import { group } from 'd3-array';
import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import { type Collection, type CollectionAction, contradictions, type Picture } from '../../core/collection';
import type { TrialDraw } from '../../core/trialDraw';
import { learnable } from '../../core/testSet';
import { ClassCard } from './ClassCard';
import { PictureDialog } from './PictureDialog';
import { SplitControl } from './SplitControl';

export interface PicturesViewProps {
  readonly collection: Collection;
  /** Sides and wrong labels of the seed that is shown. */
  readonly draw: TrialDraw;
  /** Which seed that is: 0-based, below `draws`. */
  readonly shown: number;
  readonly draws: number;
  readonly share: number;
  /** The pictures that are set aside for the test are covered: nobody has opened the set. */
  readonly testLocked: boolean;
  /** A URL for the prepared picture with this hash. Keep it stable between renders. */
  readonly thumbnailUrl: (hash: string) => string;
  readonly onFiles: (files: File[], classId: string | null) => void;
  readonly onAction: (action: CollectionAction) => void;
  readonly onShown: (shown: number) => void;
  readonly onShare: (share: number) => void;
  /** Takes pictures for a class with the camera. */
  readonly onCamera: (classId: string) => void;
  /** The control of the altered copies; stands with the training share. */
  readonly augmentation?: ReactNode;
  /** What the base itself makes of a picture; stands in the picture's dialog. */
  readonly recognition?: (picture: Picture) => ReactNode;
}

/** Split, class cards, and the dialog of one picture. */
export const PicturesView = memo(function PicturesView(props: PicturesViewProps) {
  const { collection, draw, shown, draws, share, thumbnailUrl, onFiles, onAction, onShown, onShare } = props;
  const { augmentation, recognition, testLocked, onCamera } = props;
  const { classes, pictures } = collection;
  const [openId, setOpenId] = useState<string | null>(null);
  const byClass = useMemo(() => group(pictures, (p) => p.classId), [pictures]);
  const classById = useMemo(() => new Map(classes.map((c) => [c.id, c])), [classes]);
  const contradicted = useMemo(
    () => new Set(contradictions(collection).flatMap((same) => same.map((p) => p.id))),
    [collection],
  );
  const sides = useMemo(() => group(pictures, (p) => draw.sides.get(p.id)), [pictures, draw]);
  const onOpen = useCallback((id: string) => setOpenId(id), []);

  const learned = learnable(pictures);
  const open = openId === null ? undefined : pictures.find((p) => p.id === openId);
  const siblings = open ? (byClass.get(open.classId) ?? []) : [];
  const step = (by: -1 | 1) => {
    const at = siblings.findIndex((p) => p.id === openId);
    setOpenId(siblings[(at + by + siblings.length) % siblings.length]?.id ?? null);
  };
  const wrong = open && draw.wrongLabels.get(open.id);

  return (
    <>
      {pictures.length > 0 && (
        <SplitControl
          share={share}
          onShare={onShare}
          shown={shown}
          draws={draws}
          onShown={onShown}
          training={sides.get('training')?.length ?? 0}
          validation={sides.get('validation')?.length ?? 0}
          pinned={learned.filter((p) => p.pin).length}
          total={learned.length}
          test={pictures.length - learned.length}
        >
          {augmentation}
        </SplitControl>
      )}
      <div className="class-cards">
        {classes.map((cls) => (
          <ClassCard
            key={cls.id}
            cls={cls}
            pictures={byClass.get(cls.id) ?? none}
            classes={classes}
            classById={classById}
            draw={draw}
            contradicted={contradicted}
            testLocked={testLocked}
            thumbnailUrl={thumbnailUrl}
            onFiles={onFiles}
            onAction={onAction}
            onOpen={onOpen}
            onCamera={onCamera}
          />
        ))}
      </div>
      <PictureDialog
        picture={open ?? null}
        classes={classes}
        url={open ? thumbnailUrl(open.hash) : ''}
        side={(open && draw.sides.get(open.id)) ?? null}
        wrongLabel={(wrong === undefined ? undefined : classById.get(wrong)?.name) ?? null}
        contradicts={pictures
          .filter((p) => open && p.hash === open.hash && p.id !== open.id)
          .map((p) => classById.get(p.classId)?.name ?? '')}
        companions={pictures.filter((p) => open && p.group === open.group).length - 1}
        locked={testLocked && open?.test === true}
        recognition={open && recognition?.(open)}
        onAction={onAction}
        onStep={step}
        onClose={() => setOpenId(null)}
      />
    </>
  );
});

const none: never[] = [];
