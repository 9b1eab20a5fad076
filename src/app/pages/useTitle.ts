import { useEffect } from 'react';

/**
 * Names the tab, and the file that printing makes, after the page.
 * @param title null: it is not there, and the name stays.
 */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return undefined;
    const before = document.title;
    document.title = `${title} · Transfer Lab`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
