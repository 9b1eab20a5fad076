import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CollectionAction, Side } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { AskedPictures } from '../../core/mistakes/askedPictures';
import { MistakeList } from '../../ui/mistakes/MistakeList';
import { useLab, useLabState } from '../context';
import { undoWords } from '../undoWords';
import { TrainHere } from './TrainHere';
import { OpenPicture } from './OpenPicture';
import { useMistakesKeeper, useShownMistakes, type Place } from './useMistakes';

export interface PictureListProps {
  /** For people who do not see where the list stands; tells the lists apart. */
  readonly label: string;
  readonly heads: TrainedHeads;
  readonly asked: AskedPictures;
  /** Where they are from. */
  readonly side: Side;
  readonly places: readonly Place[];
  /** Shown at first, and added by every press. */
  readonly portion: number;
}

/** Pictures behind a number, with what can be done about them. */
export function PictureList({ label, heads, asked, side, places, portion }: PictureListProps) {
  const lab = useLab();
  const keeper = useMistakesKeeper();
  const classes = useLabState((s) => s.collection.classes);
  const [most, setMost] = useState(portion);
  const [openId, setOpenId] = useState<string | null>(null);
  const shown = useMemo(() => places.slice(0, most), [places, most]);
  const mistakes = useShownMistakes(heads, asked, side, shown);
  useEffect(() => keeper.near.want(label, shown), [keeper, label, shown]);
  useEffect(() => () => keeper.near.want(label, []), [keeper, label]);
  const change = useCallback(
    (action: CollectionAction) => {
      lab.change(action, undoWords(lab.store.getState().collection, action));
      keeper.workIn(label);
    },
    [lab, keeper, label],
  );
  const onMove = useCallback(
    (ids: readonly string[], classId: string) => change({ type: 'pictures moved', ids, classId }),
    [change],
  );
  const onDelete = useCallback((ids: readonly string[]) => change({ type: 'pictures removed', ids }), [change]);
  const next = useMemo(() => <TrainHere list={label} asked={asked} />, [label, asked]);
  return (
    <>
      <MistakeList
        label={label}
        mistakes={mistakes}
        total={places.length}
        classes={classes}
        onMore={() => setMost(most + 2 * portion)}
        onOpen={setOpenId}
        onMove={onMove}
        onDelete={onDelete}
        onConfirm={keeper.confirm}
        next={next}
      />
      <OpenPicture
        id={openId}
        among={mistakes.map(({ picture }) => picture.id)}
        heads={heads}
        trialOf={(row) => (shown.find((place) => place.row === row) ?? shown[0])?.trial ?? 0}
        onOpen={setOpenId}
        onAction={change}
      />
    </>
  );
}
