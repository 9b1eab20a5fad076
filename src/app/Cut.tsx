import { t } from '@lingui/core/macro';
import { lazy, useCallback, useDeferredValue, useMemo } from 'react';
import { bundled, defaultBlockOf, type BaseCard } from '../core/catalogue';
import { headSize } from '../core/headSize';
import { useLab, useLabState } from './context';
import { cutOf } from './featurePlan';
import { Guarded } from './Guarded';
import { Known } from './Known';
import type { Lab } from './lab';
import { lookedAtOf } from './looking';

const CutPanel = lazy(async () => ({ default: (await import('../ui/base/CutPanel')).CutPanel }));

/** Where the base is cut, and what its blocks respond to on one picture. */
export function Cut({ card }: { readonly card: BaseCard }) {
  // Sliders and maps come when there is something to use them on: the first screen does not wait for them.
  const wanted = useLabState((s) => s.collection.pictures.length > 0 || s.settings.base !== bundled.id);
  const anatomy = useLabState((s) => s.anatomy);
  if (!wanted || !anatomy) return null;
  return (
    <Guarded what={t`The blocks of the base`} meanwhile={t`Getting the blocks …`}>
      <Panel card={card} />
    </Guarded>
  );
}

/** Everything it hands on keeps its identity while pictures come in, so that the panel is not drawn anew with each. */
function Panel({ card }: { readonly card: BaseCard }) {
  const lab = useLab();
  const anatomy = useLabState((s) => s.anatomy);
  const settings = useLabState((s) => s.settings);
  // Dozens of maps are drawn when nothing more urgent is waiting.
  const insight = useDeferredValue(useLabState((s) => s.insight));
  const shown = useLabState(lookedAtOf);
  const classes = useShownClasses();
  const { hidden } = settings;
  const outputs = Math.max(2, classes.length);
  const cut = useMemo(() => anatomy && cutOf(card, anatomy, settings), [card, anatomy, settings]);
  const picture = useMemo(
    () => shown && { id: shown.id, name: shown.name, classId: shown.classId, url: lab.thumbnailUrl(shown.hash) },
    [lab, shown],
  );
  const trainable = useCallback((features: number) => headSize(features, hidden, outputs), [hidden, outputs]);
  const look = useCallback((id: string | null) => void lab.looker.look(id), [lab]);
  const onLook = useCallback(() => look(null), [look]);
  const onStepPicture = useCallback((by: -1 | 1) => step(lab, by), [lab]);
  // Until then the maps say what there is to say.
  const recognition = useMemo(
    () => shown && insight.phase === 'ready' && <Known picture={shown} />,
    [shown, insight.phase],
  );
  if (!anatomy || !cut) return null;
  return (
    <CutPanel
      anatomy={anatomy}
      cut={cut}
      choice={settings}
      defaultBlock={defaultBlockOf(card.id, anatomy)}
      trainable={trainable}
      insight={insight}
      picture={picture}
      classes={classes}
      onChange={lab.set}
      onPicture={look}
      onStepPicture={onStepPicture}
      onLook={onLook}
      recognition={recognition}
    />
  );
}

/** Classes that have pictures, each with its first one; a string in between, so that other pictures change nothing. */
function useShownClasses() {
  const text = useLabState(({ collection }) =>
    JSON.stringify(
      collection.classes.flatMap(({ id, name }) => {
        const first = collection.pictures.find(({ classId }) => classId === id);
        return first ? [{ id, name, pictureId: first.id }] : [];
      }),
    ),
  );
  return useMemo(
    () => JSON.parse(text) as readonly { readonly id: string; readonly name: string; readonly pictureId: string }[],
    [text],
  );
}

/** To the neighbour in the collection, around its ends. */
function step(lab: Lab, by: -1 | 1): void {
  const state = lab.store.getState();
  const { pictures } = state.collection;
  const at = pictures.findIndex(({ id }) => id === lookedAtOf(state)?.id);
  const next = pictures.at((at + by) % pictures.length);
  if (next) void lab.looker.look(next.id);
}
