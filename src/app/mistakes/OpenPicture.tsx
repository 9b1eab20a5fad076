import type { CollectionAction, Side } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { PictureDialog } from '../../ui/pictures/PictureDialog';
import { useLab, useLabState } from '../context';
import { Known } from '../Known';

interface OpenPictureProps {
  /** null: closed. */
  readonly id: string | null;
  /** The list that it was opened from; the arrows go through it. */
  readonly among: readonly string[];
  readonly heads: TrainedHeads;
  readonly onOpen: (id: string | null) => void;
  readonly onAction: (action: CollectionAction) => void;
}

/** A picture of a list, large. */
export function OpenPicture({ id, among, heads, onOpen, onAction }: OpenPictureProps) {
  const lab = useLab();
  const collection = useLabState((s) => s.collection);
  const { classes, pictures } = collection;
  const picture = pictures.find((p) => p.id === id) ?? null;
  const row = heads.pictureIds.indexOf(picture?.id ?? '');
  const [first] = heads.trials;
  const side: Side | null = first?.training.includes(row)
    ? 'training'
    : first?.validation.includes(row)
      ? 'validation'
      : null;
  const nameOf = (classId: string) => classes.find((c) => c.id === classId)?.name ?? '';
  const step = (by: -1 | 1) => {
    const at = among.indexOf(id ?? '');
    const next = among[(at + by + among.length) % among.length];
    if (next !== undefined) onOpen(next);
  };
  const given = first?.givenLabels[row];
  const isWrong = side === 'training' && given !== undefined && given !== heads.labels[row];
  return (
    <PictureDialog
      picture={picture}
      classes={classes}
      url={picture ? lab.thumbnailUrl(picture.hash) : ''}
      side={side}
      wrongLabel={isWrong ? (heads.classes[given]?.name ?? null) : null}
      contradicts={
        picture
          ? pictures.filter((p) => p.hash === picture.hash && p.id !== picture.id).map((p) => nameOf(p.classId))
          : []
      }
      companions={picture ? pictures.filter((p) => p.group === picture.group).length - 1 : 0}
      recognition={picture && <Known picture={picture} />}
      onAction={onAction}
      onStep={step}
      onClose={() => onOpen(null)}
    />
  );
}
