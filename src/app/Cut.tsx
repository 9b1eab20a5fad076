import { lazy, Suspense, useMemo } from 'react';
import { bundled, defaultBlockOf, type BaseCard } from '../core/catalogue';
import { headSize } from '../core/headSize';
import { useLab, useLabState } from './context';
import { cutOf } from './featurePlan';
import { Known } from './Known';
import { lookedAtOf } from './looking';

const CutPanel = lazy(async () => ({ default: (await import('../ui/base/CutPanel')).CutPanel }));

/** Where the base is cut, and what its blocks respond to on one picture. */
export function Cut({ card }: { readonly card: BaseCard }) {
  // Sliders and maps come when there is something to use them on: the first screen does not wait for them.
  const wanted = useLabState((s) => s.collection.pictures.length > 0 || s.settings.base !== bundled.id);
  const anatomy = useLabState((s) => s.anatomy);
  if (!wanted || !anatomy) return null;
  return (
    <Suspense fallback={<p className="lab-card lab-soft lab-padded">Getting the blocks …</p>}>
      <Panel card={card} />
    </Suspense>
  );
}

function Panel({ card }: { readonly card: BaseCard }) {
  const lab = useLab();
  const { anatomy, settings, collection, lookedAt, insight } = useLabState((s) => ({
    anatomy: s.anatomy,
    settings: s.settings,
    collection: s.collection,
    lookedAt: s.lookedAt,
    insight: s.insight,
  }));
  const className = useMemo(() => {
    const names = new Map(collection.classes.map(({ id, name }) => [id, name]));
    return (classId: string) => names.get(classId) ?? '';
  }, [collection.classes]);
  const pictures = useMemo(
    () => collection.pictures.map(({ id, name, classId }) => ({ id, name, className: className(classId) })),
    [collection.pictures, className],
  );
  if (!anatomy) return null;
  const picture = lookedAtOf({ collection, lookedAt });
  const step = (by: -1 | 1) => {
    const at = collection.pictures.findIndex(({ id }) => id === picture?.id);
    const next = collection.pictures.at((at + by) % collection.pictures.length);
    if (next) void lab.looker.look(next.id);
  };
  return (
    <CutPanel
      anatomy={anatomy}
      cut={cutOf(card, anatomy, settings)}
      choice={settings}
      defaultBlock={defaultBlockOf(card.id, anatomy)}
      trainable={(features) => headSize(features, settings.hidden, Math.max(2, collection.classes.length))}
      insight={insight}
      picture={
        picture && {
          id: picture.id,
          name: picture.name,
          className: className(picture.classId),
          url: lab.thumbnailUrl(picture.hash),
        }
      }
      pictures={pictures}
      onChange={lab.set}
      onPicture={(id) => void lab.looker.look(id)}
      onStepPicture={step}
      onLook={() => void lab.looker.look(null)}
      // Until then the maps say what there is to say.
      recognition={picture && insight.phase === 'ready' && <Known picture={picture} />}
    />
  );
}
