import { useMemo } from 'react';
import { augmentationCostWords } from '../core/augmentationCost';
import { splitCollection } from '../core/split';
import { AugmentationControl } from '../ui/pictures/AugmentationControl';
import { useLab, useLabState } from './context';

/** Altered copies of the training pictures, and what they cost. */
export function Augmentation() {
  const lab = useLab();
  const { copies, rotation, batch, split, seed, perClass } = useLabState((s) => s.settings);
  const collection = useLabState((s) => s.collection);
  const made = useLabState((s) => (s.base.phase === 'ready' && s.base.copies > 0 ? s.base.copies : null));
  const perSecond = useLabState((s) =>
    s.base.phase === 'ready' || s.base.phase === 'extracting' ? s.base.perSecond : null,
  );
  const cost = useMemo(() => {
    if (copies === 0) return null;
    const sides = splitCollection(collection, split, seed);
    const training = collection.classes.reduce((sum, cls) => {
      const own = collection.pictures.filter((p) => p.classId === cls.id && sides.get(p.id) === 'training').length;
      return sum + (perClass > 0 ? Math.min(perClass, own) : own);
    }, 0);
    return augmentationCostWords({
      copies,
      rotation,
      made,
      pictures: collection.pictures.length,
      training,
      batch,
      perSecond,
    });
  }, [copies, rotation, made, collection, split, seed, perClass, batch, perSecond]);
  return <AugmentationControl copies={copies} rotation={rotation} cost={cost} onChange={lab.set} />;
}
