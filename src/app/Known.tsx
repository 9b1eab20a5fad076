import { bundled } from '../core/catalogue';
import type { Picture } from '../core/collection';
import { Recognition } from '../ui/base/Recognition';
import { useLab, useLabState } from './context';
import { lookedAtOf } from './looking';

/** What task A knows: what the base itself says of a picture, beside the class that the learner gave it. */
export function Known({ picture }: { readonly picture: Picture }) {
  const lab = useLab();
  const { baseId, className, insight } = useLabState((s) => ({
    baseId: s.settings.base,
    className: s.collection.classes.find(({ id }) => id === picture.classId)?.name ?? '',
    // The base looks at one picture at a time; of the others nothing is known yet.
    insight: lookedAtOf(s)?.hash === picture.hash ? s.insight : nothingYet,
  }));
  return (
    <Recognition
      card={lab.shelf.card(baseId) ?? bundled}
      insight={insight}
      url={lab.thumbnailUrl(picture.hash)}
      className={className}
      onLook={() => void lab.looker.look(picture.id)}
    />
  );
}

const nothingYet = { phase: 'none' } as const;
