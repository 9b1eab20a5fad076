import { useEffect, useRef, type RefObject } from 'react';

/**
 * Says a field's hint to those who do not see it. The library's inputs let go of an `aria-describedby` that they are
 * given: they only know descriptions of their own.
 *
 * @param ids of the elements that describe it, in the order in which they are read.
 */
export function useDescription<T extends HTMLElement>(ids: string): RefObject<T | null> {
  const field = useRef<T>(null);
  useEffect(() => field.current?.setAttribute('aria-describedby', ids), [ids]);
  return field;
}
