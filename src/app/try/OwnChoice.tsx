import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { OwnPictures, type OwnSide } from '../../ui/try/OwnPictures';
import { useLabState } from '../context';
import { ownSides } from './ownSides';
import type { TryPartProps } from './TryPanel';

/** The way to pictures of the collection, by what the shown seed did with them. */
export function OwnChoice({ trying, heads, onPick }: TryPartProps & { readonly onPick: () => void }) {
  const { pictures, isOpen } = useLabState((s) => ({
    pictures: s.collection.pictures,
    isOpen: s.testOpenedAt !== null,
  }));
  const trial = useStore(trying.state, (s) => s.trial);
  const tried = useStore(trying.state, (s) => s.tried);
  const [wanted, setWanted] = useState<OwnSide>('validation');
  const own = heads.trials[trial];
  const bySide = useMemo(
    () => ownSides(pictures, heads.pictureIds, own, isOpen),
    [pictures, heads.pictureIds, own, isOpen],
  );
  const sides = [...bySide.keys()];
  const side = sides.includes(wanted) ? wanted : sides[0];
  if (side === undefined) return null;
  const step = (by: -1 | 1) => {
    const all = bySide.get(side) ?? [];
    const at = all.findIndex(({ hash }) => hash === tried?.hash);
    // From nowhere, the next one is the first, and the previous one the last.
    const next = at < 0 ? (by === 1 ? 0 : -1) : (at + by) % all.length;
    const picture = all.at(next);
    if (!picture) return;
    onPick();
    void trying.picture(picture);
  };
  return <OwnPictures side={side} sides={sides} onSide={setWanted} onStep={step} />;
}
