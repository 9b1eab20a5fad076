import { t } from '@lingui/core/macro';
import { group } from 'd3-array';
import { freeClassId, highestClass } from './classIds';
import { joinedGroups } from './groups';

/** The learner's pictures and classes, as plain data. Pixels live elsewhere, under the picture's hash. */
export type Side = 'training' | 'validation';

/** A picture that the person, or the folder it came from, keeps on one side of the split. */
interface Pin {
  readonly side: Side;
  readonly by: 'folder' | 'person';
}

export interface Picture {
  /** Unique in a collection and derived from the content, so that the same pictures always split the same way. */
  readonly id: string;
  /** SHA-256 (hex) of the pixels that the model sees. */
  readonly hash: string;
  readonly name: string;
  readonly classId: string;
  /** Pictures of one group stay on one side of the split: one concept in two styles, frames of one recording. */
  readonly group: string;
  readonly pin: Pin | null;
  /** Set aside for the test at the end: not learned from, not watched. Left out where it is not. */
  readonly test?: true;
}

export interface PictureClass {
  readonly id: string;
  readonly name: string;
  /** Index into the palette of colours and shapes; stays with the class when it is moved. */
  readonly style: number;
}

export interface Collection {
  readonly classes: readonly PictureClass[];
  readonly pictures: readonly Picture[];
  /** The highest number in the id of a class that was deleted, see `highestClass`. Left out where none was. */
  readonly lastClass?: number;
}

/** What is stated on the page, and enforced. A picture at the model's input size takes about 60 KB. */
export const limits = { pictures: 2000, classes: 20 } as const;

export const emptyCollection: Collection = { classes: [], pictures: [] };

/** A picture that was read and prepared, on its way into the collection. */
export interface NewPicture {
  readonly hash: string;
  readonly name: string;
  /** Empty: the picture's own content is its group. */
  readonly group?: string;
  readonly side?: Side;
}

export type CollectionAction =
  | { readonly type: 'class added'; readonly name?: string }
  | { readonly type: 'class renamed'; readonly classId: string; readonly name: string }
  | { readonly type: 'class removed'; readonly classId: string }
  | { readonly type: 'class moved'; readonly classId: string; readonly by: -1 | 1 }
  | { readonly type: 'pictures moved'; readonly ids: readonly string[]; readonly classId: string }
  | { readonly type: 'pictures removed'; readonly ids: readonly string[] }
  | { readonly type: 'pictures pinned'; readonly ids: readonly string[]; readonly side: Side | null }
  /** Sets these aside for the test, with everything of their groups. */
  | { readonly type: 'test set aside'; readonly ids: readonly string[] }
  /** The whole test set goes back among the pictures that are learned from. */
  | { readonly type: 'test set released' }
  | { readonly type: 'cleared' };

export function reduceCollection(state: Collection, action: CollectionAction): Collection {
  switch (action.type) {
    case 'class added':
      return withClass(state, action.name ?? freeName(state)).collection;
    case 'class renamed':
      return {
        ...state,
        classes: state.classes.map((c) => (c.id === action.classId ? { ...c, name: action.name } : c)),
      };
    case 'class removed':
      return {
        classes: state.classes.filter((c) => c.id !== action.classId),
        pictures: state.pictures.filter((p) => p.classId !== action.classId),
        lastClass: highestClass(state),
      };
    case 'class moved':
      return { ...state, classes: moved(state.classes, action.classId, action.by) };
    case 'pictures moved': {
      const ids = new Set(action.ids);
      const there = new Set(state.pictures.filter((p) => p.classId === action.classId).map((p) => p.hash));
      return {
        ...state,
        pictures: state.pictures.flatMap((p) => {
          if (!ids.has(p.id) || p.classId === action.classId) return [p];
          // Its twin is in that class already: kept once.
          return there.has(p.hash) ? [] : [{ ...p, classId: action.classId }];
        }),
      };
    }
    case 'pictures removed': {
      const ids = new Set(action.ids);
      return { ...state, pictures: state.pictures.filter((p) => !ids.has(p.id)) };
    }
    case 'pictures pinned': {
      // The whole group moves: half a group on each side would leak the answer into validation.
      const groups = new Set(state.pictures.filter((p) => action.ids.includes(p.id)).map((p) => p.group));
      const pin: Pin | null = action.side && { side: action.side, by: 'person' };
      return { ...state, pictures: state.pictures.map((p) => (groups.has(p.group) ? { ...p, pin } : p)) };
    }
    case 'test set aside': {
      const groups = new Set(state.pictures.filter((p) => action.ids.includes(p.id)).map((p) => p.group));
      return {
        ...state,
        pictures: state.pictures.map((p) => (groups.has(p.group) ? { ...p, test: true } : p)),
      };
    }
    case 'test set released':
      return { ...state, pictures: state.pictures.map(unlocked) };
    case 'cleared':
      return highestClass(state) === 0 ? emptyCollection : { ...emptyCollection, lastClass: highestClass(state) };
    default:
      return action satisfies never;
  }
}

export type Addition =
  | { readonly kind: 'added'; readonly picture: Picture }
  /** Already in this class: kept once. */
  | { readonly kind: 'duplicate'; readonly name: string; readonly of: Picture }
  /** Added, but the same content is in another class too: one of the two labels must be wrong. */
  | { readonly kind: 'contradiction'; readonly picture: Picture; readonly other: Picture }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

/**
 * Puts one prepared picture into a class, which must exist. Where its content is here already, in another group than its
 * own, both groups are one from then on, by the name of its own: more of that may be on their way.
 */
export function addPicture(
  state: Collection,
  classId: string,
  incoming: NewPicture,
): { readonly collection: Collection; readonly addition: Addition } {
  const same = state.pictures.filter((p) => p.hash === incoming.hash);
  const twin = same.find((p) => p.classId === classId);
  if (!twin && state.pictures.length >= limits.pictures) {
    const most = limits.pictures;
    const reason = t`The collection is full: at most ${most} pictures. Delete some, or use fewer.`;
    return { collection: state, addition: { kind: 'refused', name: incoming.name, reason } };
  }
  const held = same[0]?.group ?? incoming.hash;
  const group = incoming.group ?? held;
  const pictures =
    same.length > 0 && held !== group ? joinedGroups(state.pictures, new Map([[held, group]])) : state.pictures;
  if (twin) {
    const collection = pictures === state.pictures ? state : { ...state, pictures };
    return { collection, addition: { kind: 'duplicate', name: incoming.name, of: twin } };
  }
  // As it stands in its group now.
  const other = pictures.find((p) => p.hash === incoming.hash);
  // One of its group is in the test set: the rest of the group would give it away.
  const test = pictures.some((p) => p.group === group && p.test);
  const id = freeId(state, incoming.hash.slice(0, 16));
  const picture: Picture = {
    id,
    hash: incoming.hash,
    name: incoming.name,
    classId,
    group,
    ...(test ? { test } : {}),
    pin: other ? other.pin : incoming.side ? { side: incoming.side, by: 'folder' } : null,
  };
  const collection = { ...state, pictures: [...pictures, picture] };
  return {
    collection,
    addition: other ? { kind: 'contradiction', picture, other } : { kind: 'added', picture },
  };
}

/** Finds the class of this name (spaces and case aside), or makes it. Null when there are already too many classes. */
export function ensureClass(
  state: Collection,
  name: string,
): { readonly collection: Collection; readonly classId: string } | null {
  const wanted = folded(name);
  const found = state.classes.find((c) => folded(c.name) === wanted);
  if (found) return { collection: state, classId: found.id };
  if (state.classes.length >= limits.classes) return null;
  return withClass(state, name.trim());
}

/** Pictures whose content stands in more than one class. */
export function contradictions(collection: Collection): readonly (readonly Picture[])[] {
  const byHash = group(collection.pictures, (p) => p.hash);
  return [...byHash.values()].filter((same) => new Set(same.map((p) => p.classId)).size > 1);
}

function withClass(state: Collection, name: string) {
  const used = new Set(state.classes.map((c) => c.style));
  let style = 0;
  while (used.has(style)) style++;
  const classId = freeClassId(state);
  return { collection: { ...state, classes: [...state.classes, { id: classId, name, style }] }, classId };
}

function freeId(state: Collection, stem: string): string {
  let id = stem;
  for (let n = 2; state.pictures.some((p) => p.id === id); n++) id = `${stem}-${n}`;
  return id;
}

/** "Class 3", or the next number that no class has. */
export function freeName(state: Collection): string {
  const names = new Set(state.classes.map((c) => folded(c.name)));
  const nameOf = (n: number) => t`Class ${n}`;
  let n = state.classes.length + 1;
  while (names.has(folded(nameOf(n)))) n++;
  return nameOf(n);
}

/** The same picture, no longer set aside for the test. */
const unlocked = ({ id, hash, name, classId, group, pin }: Picture): Picture => ({
  id,
  hash,
  name,
  classId,
  group,
  pin,
});

/** Whether two names stand for the same class: spaces and case aside. */
export const sameClassName = (a: string, b: string): boolean => folded(a) === folded(b);

const folded = (name: string) => name.trim().normalize('NFC').toLowerCase();

function moved(classes: readonly PictureClass[], id: string, by: -1 | 1): readonly PictureClass[] {
  const from = classes.findIndex((c) => c.id === id);
  const to = from + by;
  const item = classes[from];
  if (!item || to < 0 || to >= classes.length) return classes;
  const rest = classes.filter((c) => c.id !== id);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
