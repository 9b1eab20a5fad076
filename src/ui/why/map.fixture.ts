import type { Collection } from '../../core/collection';
import { defaultSettings } from '../../core/settings';
import type { DrawnMap, MapView, ViewSource } from '../../core/why/featureMap';
import { neighboursOf } from '../../core/why/nearby';
import { viewDifferences } from '../../core/why/viewDifferences';

/** Pictures of two classes in turn. */
const collectionOf = (pictures: number): Collection => ({
  classes: ['Animals', 'Food'].map((name, style) => ({ id: name, name, style })),
  pictures: Array.from({ length: pictures }, (_, i) => ({
    id: `p${String(i).padStart(3, '0')}`,
    hash: `h${i}`,
    name: `picture ${i}`,
    classId: i % 2 === 0 ? 'Animals' : 'Food',
    group: `g${i}`,
    pin: null,
  })),
});

const after = (block: number): ViewSource => ({ kind: 'features', cut: { blocks: [block], pooling: 'average' } });
const sources: readonly ViewSource[] = [{ kind: 'pixels', side: 16 }, after(2), after(7), after(15)];

/**
 * A map on which so many of the pictures have a neighbour of their own class, the first ones.
 *
 * @param same one number for each of up to four views.
 */
export async function mapOf(same: readonly number[], pictures = 100): Promise<DrawnMap> {
  const labels = Int32Array.from({ length: pictures }, (_, i) => i % 2);
  const groups = Int32Array.from(labels.keys());
  const views = same.map((right, at): MapView => {
    const nearest = Int32Array.from(labels, (_, i) => (i + (i < right ? 2 : 1)) % pictures);
    return {
      source: (at === same.length - 1 ? sources.at(-1) : sources[at]) ?? after(15),
      dimension: 120,
      pca: Float32Array.from({ length: 2 * pictures }, (_, i) => ((i * 37) % 101) / 101),
      umap: null,
      explained: [0.25, 0.125],
      neighbours: neighboursOf(nearest, { labels, groups, classes: 2 }),
    };
  });
  const collection = collectionOf(pictures);
  return {
    pictureIds: collection.pictures.map(({ id }) => id),
    labels,
    groups,
    views,
    differences: await viewDifferences({ labels, groups, views }),
    missing: null,
    collection,
    settings: defaultSettings,
  };
}
