import { useCallback, useMemo } from 'react';
import { picturesByRow } from '../core/experiment';
import { FeatureMap } from '../ui/why/FeatureMap';
import { useLab, useLabState } from './context';
import { drawnTrial } from './draws';
import { drawsTheSame } from './featureMapping';
import { useBlocked } from './useBlocked';

/** All pictures of the set as the base sees them. */
export function FeatureMapPanel() {
  const lab = useLab();
  const { state, collection, settings, shownTrial } = useLabState((s) => ({
    state: s.featureMap,
    collection: s.collection,
    settings: s.settings,
    shownTrial: s.shownTrial,
  }));
  const blocked = useBlocked();
  const drawn = state.phase === 'ready' ? state.map : null;
  const of = drawn?.collection ?? collection;
  const pictures = useMemo(() => picturesByRow(of), [of]);
  const names = useMemo(() => pictures.map(({ name }) => name), [pictures]);
  const { split, noise, perClass, seed } = settings;
  // Which side a picture is on changes nothing about the map, so it follows the settings.
  const sides = useMemo(() => {
    if (!drawn) return [];
    const drawnSides = drawnTrial({ split, noise, perClass }, seed + shownTrial, of).sides;
    return pictures.map(({ id }) => drawnSides.get(id) ?? null);
  }, [drawn, of, pictures, split, noise, perClass, seed, shownTrial]);
  const urlOf = useCallback((row: number) => lab.thumbnailUrl(pictures[row]?.hash ?? ''), [lab, pictures]);
  return (
    <FeatureMap
      state={state}
      classes={of.classes}
      names={names}
      sides={sides}
      urlOf={urlOf}
      blocked={blocked}
      isOutdated={drawn !== null && (drawn.collection !== collection || !drawsTheSame(drawn.settings, settings))}
      onDraw={() => lab.askWhy(({ mapper }) => mapper.start())}
      onCancel={() => lab.askWhy(({ mapper }) => mapper.cancel())}
      onProjection={(projection) => lab.askWhy(({ mapper }) => mapper.show(projection))}
    />
  );
}
