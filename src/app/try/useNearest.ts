import { median } from 'd3-array';
import { useEffect, useMemo, useState } from 'react';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import {
  countNearer,
  nearestLearned,
  rowsBelonging,
  usualDistances,
  type FeaturesByRow,
} from '../../core/try/distances';
import type { ShownNeighbour } from '../../ui/try/NearestStrip';
import type { Unusual } from '../../ui/try/tryWords';
import { useLab, useLabState } from '../context';

export interface Nearest {
  readonly shown: readonly ShownNeighbour[];
  readonly unusual: Unusual | null;
  readonly gone: number;
}

const howMany = 3;

/** What a picture is nearest to among what a seed learned from; null while the pictures' features are not there. */
export function useNearest(
  heads: TrainedHeads,
  trial: number,
  features: Float32Array | null,
  /** Of the picture itself, which is not compared with itself, nor with what belongs to it. */
  hash: string | null,
): Nearest | null {
  const lab = useLab();
  const { collection, phase } = useLabState((s) => ({ collection: s.collection, phase: s.base.phase }));
  const { base, pictureIds } = heads;
  const own = heads.trials[trial];
  const { pictures, byRow } = useMemo(() => {
    const byId = new Map(collection.pictures.map((p) => [p.id, p]));
    const pictures = pictureIds.map((id) => byId.get(id));
    // Another phase of the base may be why they are there now.
    const known = phase === 'ready' ? lab.seeing.known(base) : null;
    const byRow: FeaturesByRow | null = known && pictures.map((p) => p && known.get(p.hash));
    return { pictures, byRow };
  }, [lab, collection, phase, base, pictureIds]);
  const usual = useUsual(own, byRow);
  return useMemo(() => {
    if (!own || !byRow || !features) return null;
    const left = rowsBelonging(hash, pictures, collection.pictures);
    const found = nearestLearned(features, own, byRow, howMany, left);
    const shown = found.flatMap(({ row, distance }): ShownNeighbour[] => {
      const picture = pictures[row];
      const cls = heads.classes[heads.labels[row] ?? 0];
      if (!picture || !cls) return [];
      const told = own.givenLabels[row] === heads.labels[row] ? undefined : heads.classes[own.givenLabels[row] ?? 0];
      const { name, style } = cls;
      const url = lab.thumbnailUrl(picture.hash);
      const { id, name: file } = picture;
      return [{ id, url, name: file, className: name, style, toldClass: told?.name ?? null, distance }];
    });
    const distance = found[0]?.distance;
    const unusual =
      usual && usual.length > 0 && distance !== undefined
        ? {
            distance,
            nearer: countNearer(usual, distance),
            of: usual.length,
            median: median(usual) ?? 0,
          }
        : null;
    return { shown, unusual, gone: own.training.filter((row) => !byRow[row]).length };
  }, [lab, collection, heads.classes, heads.labels, own, byRow, pictures, features, hash, usual]);
}

/** What is usual for a seed; worked out once, in turns with the page. */
function useUsual(own: TrainedHeads['trials'][number] | undefined, byRow: FeaturesByRow | null): Float64Array | null {
  const [found, setFound] = useState<{ readonly of: readonly unknown[]; readonly usual: Float64Array } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const workOut = async () => {
      if (!own || !byRow) return;
      const usual = await usualDistances(own, byRow, () => isWanted);
      if (usual && isWanted) setFound({ of: [own, byRow], usual });
    };
    void workOut();
    return () => {
      isWanted = false;
    };
  }, [own, byRow]);
  return found?.of[0] === own && found?.of[1] === byRow ? (found?.usual ?? null) : null;
}
