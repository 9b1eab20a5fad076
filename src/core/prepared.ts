import { partIds, type PartId } from './preparedParts';
import type { Settings } from './settings';
import { fields } from './settingFields';

/** Whatever an instructor can hide: a setting by its key, or a part of the page. */
export type ControlId = keyof Settings | PartId;

/** Shown and to be changed; shown with its value and not to be changed; not on the page, with its value kept. */
export type Shown = 'shown' | 'locked' | 'hidden';

/** What an instructor made of the controls. None of both: the whole lab. */
export interface Prepared {
  readonly hide: readonly ControlId[];
  /** Never one that is hidden as well. */
  readonly lock: readonly ControlId[];
}

export const nothingPrepared: Prepared = { hide: [], lock: [] };

export const settingIds = Object.keys(fields) as readonly (keyof Settings)[]; // Object.keys forgets the key type

/** In the order in which they stand in a link. */
export const controlIds: readonly ControlId[] = [...settingIds, ...partIds];

/** Parts that can be shown and not be changed; the others are there or not. */
const lockableParts: readonly PartId[] = ['samples', 'pictures'];

export const isSetting = (id: ControlId): id is keyof Settings => id in fields;

export const canBeLocked = (id: ControlId): boolean => isSetting(id) || lockableParts.some((part) => part === id);

export const isPrepared = ({ hide, lock }: Prepared): boolean => hide.length + lock.length > 0;

export function shownAs({ hide, lock }: Prepared, id: ControlId): Shown {
  if (hide.includes(id)) return 'hidden';
  return lock.includes(id) ? 'locked' : 'shown';
}

/** Can it be changed by whoever opens the page? */
export const isFree = (prepared: Prepared, id: ControlId): boolean => shownAs(prepared, id) === 'shown';

/** The same with one control, or several, shown otherwise; what cannot be locked stays shown. */
export function withShown(prepared: Prepared, ids: readonly ControlId[], shown: Shown): Prepared {
  const others = (list: readonly ControlId[]) => list.filter((id) => !ids.includes(id));
  const hide = new Set([...others(prepared.hide), ...(shown === 'hidden' ? ids : [])]);
  const lock = new Set([...others(prepared.lock), ...(shown === 'locked' ? ids.filter(canBeLocked) : [])]);
  return { hide: controlIds.filter((id) => hide.has(id)), lock: controlIds.filter((id) => lock.has(id)) };
}

/** Settings that somebody wants, with those that are locked or hidden as they were. The same object where nothing is. */
export function held(prepared: Prepared, before: Settings, wanted: Settings): Settings {
  const keys = heldIn(prepared, before, wanted);
  return keys.length === 0 ? wanted : { ...wanted, ...Object.fromEntries(keys.map((key) => [key, before[key]])) };
}

/** What of these settings cannot be had, because it is locked or hidden and something else. */
export const heldIn = (prepared: Prepared, before: Settings, wanted: Settings): readonly (keyof Settings)[] =>
  settingIds.filter((key) => before[key] !== wanted[key] && !isFree(prepared, key));

/** One list of a link: "dropout,station-why". */
export const formatControls = (ids: readonly ControlId[]): string => ids.join(',');

/** @returns known ids in their own order, each once, and the names that are none. */
export function parseControls(text: string): {
  readonly ids: readonly ControlId[];
  readonly unknown: readonly string[];
} {
  const names = [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  return {
    ids: controlIds.filter((id) => names.includes(id)),
    unknown: names.filter((name) => !controlIds.some((id) => id === name)),
  };
}
