import { createContext } from 'react';

/** The class that files are being dragged over; null: none, or the page as a whole. */
export const DropTarget = createContext<string | null>(null);

/** Marks a class's card in the page, so that a drop anywhere inside it finds its class. */
export const dropMark = (classId: string) => ({ 'data-drop-class': classId });

export function classUnder(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-drop-class]')?.getAttribute('data-drop-class') ?? null;
}
