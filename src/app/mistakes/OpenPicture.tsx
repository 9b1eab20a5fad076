import type { CollectionAction } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { PictureDialog } from '../../ui/pictures/PictureDialog';
import { useLab, useLabState } from '../context';
import { Known } from '../Known';
import { drawnAs } from './drawnAs';

interface OpenPictureProps {
  /** null: closed. */
  readonly id: string | null;
  /** The list that it was opened from; the arrows go through it. */
  readonly among: readonly string[];
  readonly heads: TrainedHeads;
  /** Which seed's heads answered it in that list, by its row: its side and label are that seed's. */
  readonly trialOf: (row: number) => number;
  readonly onOpen: (id: string | null) => void;
  readonly onAction: (action: CollectionAction) => void;
}

/** A picture of a list, large. */
export function OpenPicture({ id, among, heads, trialOf, onOpen, onAction }: OpenPictureProps) {
  const lab = useLab();
  const collection = useLabState((s) => s.collection);
  const { classes, pictures } = collection;
  const picture = pictures.find((p) => p.id === id) ?? null;
  const row = heads.pictureIds.indexOf(picture?.id ?? '');
  const { side, wrongLabel } = drawnAs(heads, trialOf(row), row);
  const nameOf = (classId: string) => classes.find((c) => c.id === classId)?.name ?? '';
  const step = (by: -1 | 1) => {
    const at = among.indexOf(id ?? '');
    const next = among[(at + by + among.length) % among.length];
    if (next !== undefined) onOpen(next);
  };
  return (
    <PictureDialog
      picture={picture}
      classes={classes}
      url={picture ? lab.thumbnailUrl(picture.hash) : ''}
      side={side}
      wrongLabel={wrongLabel}
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
