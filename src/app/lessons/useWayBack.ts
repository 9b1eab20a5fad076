import { useEffect, useRef } from 'react';

/** Leads the focus back to where it was before, or to the menu that this was opened from. */
export function useWayBack(): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
  }, []);
  return () => {
    const { current } = before;
    const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
    const target = isThere ? current : document.querySelector<HTMLElement>('.lab-header-end button');
    target?.focus();
  };
}
