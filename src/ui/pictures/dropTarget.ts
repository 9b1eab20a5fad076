import { createContext } from 'react';

/** The class that files are being dragged over; null: none, or the page as a whole. */
export const DropTarget = createContext<string | null>(null);

/** Marks a class's card in the page, so that a drop anywhere inside it finds its class. */
export const dropMark = (classId: string) => ({ 'data-drop-class': classId });

export function classUnder(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-drop-class]')?.getAttribute('data-drop-class') ?? null;
}

/** Marks a part of the page that takes files itself. @param words what a drop there does. */
export const ownDropMark = (words: string) => ({ 'data-drop-own': words });

/** The words of the part that takes files itself; null: the page takes them. */
export function ownDropUnder(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-drop-own]')?.getAttribute('data-drop-own') ?? null;
}
