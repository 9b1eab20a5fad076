import type { Collection, Picture, PictureClass } from '../collection';
import type { TrainedHeads } from '../heads/trainedHeads';

/** A class that pictures are in now, or that heads can answer. */
interface AskedClass extends PictureClass {
  /** Whether the heads can answer it; false: it came after their training. */
  readonly isKnown: boolean;
  /** Whether it is still there. */
  readonly isThere: boolean;
}

/** The pictures of a training as they stand now: with the labels that they have today. */
export interface AskedPictures {
  /** Those of the heads first, in their order; then classes that came later. Names as they are now. */
  readonly classes: readonly AskedClass[];
  /** C: so many of the classes can be answered. */
  readonly answerable: number;
  /** [N] by row of the heads; null: deleted since, or set aside for the test. */
  readonly pictures: readonly (Picture | null)[];
  /** [N] index into `classes`; -1 where there is no picture. */
  readonly truths: Int32Array;
  readonly changes: ChangesSince;
}

/** What happened to the pictures since the training, in pictures. */
export interface ChangesSince {
  /** To another class. */
  readonly moved: number;
  readonly removed: number;
  readonly setAside: number;
  /** New ones, which the heads did not learn from. */
  readonly added: number;
  /** Back from a test set: they were set aside when the heads were trained. */
  readonly returned: number;
}

export const changesIn = ({ moved, removed, setAside, added, returned }: ChangesSince): number =>
  moved + removed + setAside + added + returned;

/** @param released ids of pictures that are known to have been in a test set. */
export function askedPictures(
  heads: TrainedHeads,
  { classes, pictures }: Collection,
  released: ReadonlySet<string> = new Set(),
): AskedPictures {
  const now = new Map(classes.map((c) => [c.id, c]));
  const known = new Set(heads.classes.map(({ id }) => id));
  const asked: readonly AskedClass[] = [
    ...heads.classes.map((c) => ({ ...(now.get(c.id) ?? c), isKnown: true, isThere: now.has(c.id) })),
    ...classes.filter(({ id }) => !known.has(id)).map((c) => ({ ...c, isKnown: false, isThere: true })),
  ];
  const indexOf = new Map(asked.map(({ id }, i) => [id, i]));
  const byId = new Map(pictures.map((p) => [p.id, p]));
  const rows = heads.pictureIds.map((id) => byId.get(id) ?? null);
  const shown = rows.map((p) => (p?.test ? null : p));
  const truths = Int32Array.from(shown, (p) => (p ? (indexOf.get(p.classId) ?? -1) : -1));
  const learned = new Set(heads.pictureIds);
  const others = pictures.filter((p) => !p.test && !learned.has(p.id));
  const returned = others.filter(({ id }) => released.has(id)).length;
  return {
    classes: asked,
    answerable: heads.classes.length,
    pictures: shown,
    truths,
    changes: {
      moved: truths.filter((truth, row) => truth >= 0 && truth !== heads.labels[row]).length,
      removed: rows.filter((p) => p === null).length,
      setAside: rows.filter((p) => p?.test).length,
      added: others.length - returned,
      returned,
    },
  };
}
