import type { Picture } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { OwnSide } from '../../ui/try/OwnPictures';

/**
 * The pictures of each side of a seed that are still there and may be looked at: those of the test set only once it was
 * opened, and then by themselves, whatever they were before.
 */
export function ownSides(
  pictures: readonly Picture[],
  pictureIds: readonly string[],
  own: TrainedHeads['trials'][number] | undefined,
  isOpen: boolean,
): ReadonlyMap<OwnSide, readonly Picture[]> {
  const byId = new Map(pictures.map((p) => [p.id, p]));
  const ofRows = (rows: Int32Array | undefined) =>
    Array.from(rows ?? [], (row) => byId.get(pictureIds[row] ?? '')).flatMap((p) => (p && !p.test ? [p] : []));
  const all: readonly (readonly [OwnSide, readonly Picture[]])[] = [
    ['validation', ofRows(own?.validation)],
    ['training', ofRows(own?.training)],
    ['test', isOpen ? pictures.filter((p) => p.test) : []],
  ];
  return new Map(all.filter(([, some]) => some.length > 0));
}
