import { createContext, use } from 'react';
import { nothingPrepared, shownAs, type ControlId, type Prepared, type Shown } from '../../core/prepared';

/** What an instructor hid and locked. A context, because every room of the page has controls. */
export const PreparedControls = createContext<Prepared>(nothingPrepared);

/** How a control is to be drawn. */
export const useControl = (id: ControlId): Shown => shownAs(use(PreparedControls), id);

/** Is one of these on the page? What stands around them is not drawn without any. */
export function useAnyShown(ids: readonly ControlId[]): boolean {
  const prepared = use(PreparedControls);
  return ids.some((id) => shownAs(prepared, id) !== 'hidden');
}

/** Can one of these be changed? */
export function useAnyFree(ids: readonly ControlId[]): boolean {
  const prepared = use(PreparedControls);
  return ids.some((id) => shownAs(prepared, id) === 'shown');
}

/** Can all of these be changed? */
export function useAllFree(ids: readonly ControlId[]): boolean {
  const prepared = use(PreparedControls);
  return ids.every((id) => shownAs(prepared, id) === 'shown');
}
